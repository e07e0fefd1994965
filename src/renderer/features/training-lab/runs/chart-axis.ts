/** What the charts of a run have in common. */
export const CHART_AXIS = {
  stroke: '#37424b',
  font: '13px system-ui, sans-serif',
  grid: { stroke: '#e3e7ea', width: 1 },
};

/** Steps are whole. */
export const STEP_INCREMENTS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000];
