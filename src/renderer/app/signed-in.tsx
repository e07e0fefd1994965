import { type ReactElement, useMemo } from 'react';
import { createHashRouter, Navigate, RouterProvider } from 'react-router';
import type { SiteStatus, User } from '../../contract/site.ts';
import { ChildrenPage } from '../features/children/children-page.tsx';
import { ExportsPage } from '../features/exports/exports-page.tsx';
import { FilmsPage } from '../features/live/films/films-page.tsx';
import { LivePage } from '../features/live/live-page.tsx';
import { ModelsPage } from '../features/models/models-page.tsx';
import { ComparePage } from '../features/review/compare/compare-page.tsx';
import { QueuePage } from '../features/review/queue/queue-page.tsx';
import { RatePage } from '../features/review/rating/rate-page.tsx';
import { RatingsPage } from '../features/review/rating/ratings-page.tsx';
import { ResultsPage } from '../features/review/rating/results-page.tsx';
import { SessionPage } from '../features/review/session-page.tsx';
import { SessionsPage } from '../features/review/sessions-page.tsx';
import { SettingsPage } from '../features/settings/settings-page.tsx';
import { TodayPage } from '../features/today/today-page.tsx';
import { CompareRunsPage } from '../features/training-lab/compare/compare-runs-page.tsx';
import { MapPage } from '../features/training-lab/map/map-page.tsx';
import { RunPage } from '../features/training-lab/runs/run-page.tsx';
import { SeveralSitesPage } from '../features/training-lab/several-sites/several-sites-page.tsx';
import { StudiesPage } from '../features/training-lab/study/studies-page.tsx';
import { StudyPage } from '../features/training-lab/study/study-page.tsx';
import { TrainingLabPage } from '../features/training-lab/training-lab-page.tsx';
import { WallPage } from '../features/training-lab/wall/wall-page.tsx';
import { SiteContext } from '../ui/site-context.ts';
import { NotFoundPage } from './not-found-page.tsx';
import { pagesFor, startPageOf } from './pages.ts';
import { RouteError } from './route-error.tsx';
import { Shell } from './shell.tsx';
import type { WindowTitle } from './window-title.tsx';

interface SignedInProps {
  readonly site: SiteStatus;
  readonly user: User;
}

interface OneRoute {
  /** The page of the navigation to which it belongs. */
  readonly page: string;
  readonly path: string;
  readonly handle: WindowTitle;
  readonly element: ReactElement;
}

/** The program for one person: a page that the role does not have is not there. */
export function SignedIn({ site, user }: SignedInProps) {
  const { role } = user;
  const isDemo = site.demo === true;
  // Made once a role, so that news about the site does not throw away the page that is open.
  const router = useMemo(() => {
    const allowed = new Set<string>(pagesFor(role).map((page) => page.path));
    const routes: readonly OneRoute[] = [
      { page: '/today', path: '/today', handle: 'today', element: <TodayPage role={role} /> },
      { page: '/live', path: '/live/:childId?', handle: 'live', element: <LivePage /> },
      { page: '/live', path: '/live/films', handle: 'films', element: <FilmsPage /> },
      { page: '/children', path: '/children', handle: 'children', element: <ChildrenPage /> },
      { page: '/sessions', path: '/sessions', handle: 'sessions', element: <SessionsPage /> },
      { page: '/sessions', path: '/sessions/export', handle: 'export', element: <ExportsPage role={role} /> },
      { page: '/sessions', path: '/sessions/child/:childId', handle: 'compare', element: <ComparePage /> },
      { page: '/sessions', path: '/sessions/:sessionId', handle: 'session', element: <SessionPage /> },
      { page: '/training', path: '/training', handle: 'training', element: <TrainingLabPage /> },
      { page: '/training', path: '/training/wall', handle: 'wall', element: <WallPage /> },
      { page: '/training', path: '/training/runs/:runId', handle: 'run', element: <RunPage /> },
      { page: '/training', path: '/training/compare', handle: 'compareRuns', element: <CompareRunsPage /> },
      { page: '/training', path: '/training/map', handle: 'faceMap', element: <MapPage /> },
      { page: '/training', path: '/training/sites', handle: 'severalSites', element: <SeveralSitesPage role={role} /> },
      { page: '/training', path: '/training/study', handle: 'study', element: <StudiesPage /> },
      { page: '/training', path: '/training/study/:studyId', handle: 'study', element: <StudyPage /> },
      { page: '/queue', path: '/queue', handle: 'queue', element: <QueuePage /> },
      { page: '/ratings', path: '/ratings', handle: 'ratings', element: <RatingsPage /> },
      { page: '/ratings', path: '/ratings/:taskId', handle: 'ratings', element: <RatePage /> },
      { page: '/ratings', path: '/ratings/:taskId/results', handle: 'ratingResults', element: <ResultsPage /> },
      { page: '/models', path: '/models/:modelId?', handle: 'models', element: <ModelsPage role={role} /> },
      { page: '/settings', path: '/settings', handle: 'settings', element: <SettingsPage role={role} /> },
    ];
    return createHashRouter([
      {
        element: <Shell />,
        errorElement: <RouteError />,
        children: [
          { index: true, element: <Navigate to={startPageOf(role, isDemo)} replace /> },
          ...routes
            .filter(({ page }) => allowed.has(page))
            .map(({ path, handle, element }) => ({ path, element, handle, errorElement: <RouteError /> })),
          { path: '*', element: <NotFoundPage />, handle: 'notFound' satisfies WindowTitle },
        ],
      },
    ]);
  }, [role, isDemo]);
  return (
    <SiteContext value={{ site, user }}>
      <RouterProvider router={router} />
    </SiteContext>
  );
}
