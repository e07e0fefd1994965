import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type JumpTargets, keyAction } from './timeline-keys.ts';
import { changeTimeline, startTimeline, type TimelineState } from './timeline-state.ts';

const WHOLE_MS = 8 * 3600 * 1000;
const JUMP_TARGETS = {
  episodes: [
    { fromMs: 10_000, toMs: 14_000 },
    { fromMs: 60_000, toMs: 61_500 },
  ],
  entries: [{ fromMs: 30_000, toMs: 30_000 }],
};

/** The state after those keys. */
function press(
  keys: readonly string[],
  state: TimelineState = startTimeline(WHOLE_MS),
  jumpTargets: JumpTargets = JUMP_TARGETS,
): TimelineState {
  return keys.reduce((now, key) => {
    const action = keyAction({ key: key.replace('shift ', ''), shiftKey: key.startsWith('shift ') }, now, jumpTargets);
    return action && action.kind !== 'nothing-found' ? changeTimeline(now, action) : now;
  }, state);
}

describe('the timeline by keyboard', () => {
  it('goes from episode to episode, shows each whole and chooses it', () => {
    const first = press(['n']);
    expect(first).toMatchObject({ cursorMs: 10_000, selection: { fromMs: 10_000, toMs: 14_000 } });
    expect(first.range).toEqual({ fromMs: 5_000, toMs: 19_000 });
    expect(press(['n', 'n']).cursorMs).toBe(60_000);
    expect(press(['n', 'n', 'n']).cursorMs).toBe(60_000);
    expect(press(['n', 'n', 'p']).cursorMs).toBe(10_000);
  });

  it('chooses an episode with which the session begins, and goes on from it', () => {
    const jumpTargets = { episodes: [{ fromMs: 0, toMs: 3_000 }, ...JUMP_TARGETS.episodes], entries: [] };
    const first = press(['n'], startTimeline(WHOLE_MS), jumpTargets);
    expect(first).toMatchObject({ cursorMs: 0, selection: { fromMs: 0, toMs: 3_000 } });
    expect(press(['n'], first, jumpTargets).cursorMs).toBe(10_000);
  });

  it('says what it sought when there is none', () => {
    const sought = (key: string) =>
      keyAction({ key, shiftKey: false }, startTimeline(WHOLE_MS), { episodes: [], entries: [] });
    expect(['n', 'p', 'j', 'k', 'x'].map(sought)).toMatchObject([
      { kind: 'nothing-found', sought: 'nextEpisode' },
      { kind: 'nothing-found', sought: 'previousEpisode' },
      { kind: 'nothing-found', sought: 'nextEntry' },
      { kind: 'nothing-found', sought: 'previousEntry' },
      null,
    ]);
  });

  it('goes to a marker without changing what is chosen, and brings it into view', () => {
    const there = press(['n', 'j']);
    expect(there.cursorMs).toBe(30_000);
    expect(there.selection).toEqual({ fromMs: 10_000, toMs: 14_000 });
    expect(there.range.fromMs).toBeLessThanOrEqual(30_000);
    expect(there.range.toMs).toBeGreaterThanOrEqual(30_000);
  });

  it('moves in steps that can be seen, and twenty times as far with Shift', () => {
    const fine = press(['n', 'ArrowRight']).cursorMs - 10_000;
    expect(fine).toBeCloseTo(14_000 / 200, 6);
    expect(press(['n', 'shift ArrowRight']).cursorMs - 10_000).toBeCloseTo(20 * fine, 6);
    expect(press(['ArrowLeft']).cursorMs).toBe(0);
  });

  it('chooses a stretch from the cursor and to it, and gives it up on Escape', () => {
    const at = (atMs: number, state: TimelineState) => changeTimeline(state, { kind: 'cursor', atMs });
    const chosen = press([']'], at(20_000, press(['['], at(12_000, startTimeline(WHOLE_MS)))));
    expect(chosen.selection).toEqual({ fromMs: 12_000, toMs: 20_000 });
    expect(press(['Escape'], chosen).selection).toBeNull();
  });

  it('zooms about the cursor', () => {
    const { range } = press(['n', '+']);
    expect(range).toEqual({ fromMs: 6_500, toMs: 13_500 });
  });

  it('never leaves the session, whatever is pressed', () => {
    const key = fc.constantFrom(
      'n',
      'p',
      'j',
      'k',
      '+',
      '-',
      '[',
      ']',
      '0',
      'Home',
      'End',
      'shift ArrowRight',
      'ArrowLeft',
    );
    fc.assert(
      fc.property(fc.array(key), (keys) => {
        const { range, cursorMs, selection } = press(keys);
        expect(range.fromMs).toBeGreaterThanOrEqual(0);
        expect(range.toMs).toBeLessThanOrEqual(WHOLE_MS + 1e-6);
        expect(cursorMs).toBeGreaterThanOrEqual(0);
        expect(cursorMs).toBeLessThanOrEqual(WHOLE_MS);
        if (selection) expect(selection.toMs).toBeGreaterThan(selection.fromMs);
      }),
    );
  });
});
