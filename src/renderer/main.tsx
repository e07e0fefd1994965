import './client/no-eval.ts';
import '@mantine/core/styles.css';
import '@mantine/dates/styles.css';
import '@mantine/notifications/styles.css';
import './app/app.css';
import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ROOM_HASH } from './features/live/room/room-message.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element with the id "root": the window cannot be drawn');

const show = (window: ReactNode) => createRoot(root).render(<StrictMode>{window}</StrictMode>);

// Loaded apart: a room view has no connection to the service.
if (location.hash.startsWith(ROOM_HASH)) {
  const { RoomWindow } = await import('./app/room-window.tsx');
  show(<RoomWindow />);
} else {
  const { PROGRAM } = await import('./app/program.tsx');
  show(PROGRAM);
}
