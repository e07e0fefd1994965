import './client/no-eval.ts';
import '@mantine/core/styles.css';
import '@mantine/dates/styles.css';
import '@mantine/notifications/styles.css';
import './app/app.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { followEvents } from './client/query-client.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element with the id "root": the window cannot be drawn');

followEvents();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
