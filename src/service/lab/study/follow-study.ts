import { updateStudy } from '../../../core/store/lab/studies.node.ts';
import { type Failure, failure } from '../../../core/words/failure.ts';
import type { StudyEnd, StudyListener } from '../../runtime/lab-jobs/study-runs.ts';
import type { OpenSite, Runtime } from '../../runtime/runtime.ts';
import { reportIncident } from '../../runtime/to-call-error.ts';

/** Keeps where a study is, and tells whoever listens. */
export function followStudy(runtime: Runtime, { db }: OpenSite, studyId: string): StudyListener {
  const changed = () => runtime.events.emit('studies.changed', {});
  return {
    onTold(told) {
      if (told.kind === 'step') {
        runtime.events.emit('studies.step', { studyId, cell: told.cell, step: told.step });
        return;
      }
      if (told.kind === 'begun') updateStudy(db, studyId, { study: told.study });
      changed();
    },
    onWaiting: changed,
    onEnd(end) {
      const why = failureOf(runtime, end);
      const state = stateAfter(end);
      updateStudy(db, studyId, { state, message: why && JSON.stringify(why) });
      changed();
    },
  };
}

/** Cells that another process has are left to it: the study can be gone on with. */
function stateAfter(end: StudyEnd): 'stopped' | 'finished' | 'failed' {
  if (end.kind === 'consent-ended') return 'stopped';
  if (end.kind !== 'finished') return end.kind;
  return end.output.open === 0 ? 'finished' : 'stopped';
}

function failureOf(runtime: Runtime, end: StudyEnd): Failure | null {
  if (end.kind === 'consent-ended') return failure('lab.study-consent-ended', { count: end.children });
  if (end.kind === 'finished' && end.output.open > 0) {
    return failure('lab.study-cells-elsewhere', { count: end.output.open });
  }
  if (end.kind !== 'failed') return null;
  return end.failure ?? failure('training.unexpected', { incident: reportIncident(runtime, 'a study', end.details) });
}
