export { CELLS, type Cell, FIGURES, type Figure, LOW_CENTS, lastToldYear, MIDDLE_CENTS, toldFrom } from './national/figures.rules.ts'
export type { ToldFigure, ToldYear } from './national/national.sql.ts'
export { chooseFigures, countOwnFigures, tellFigures, toldYears } from './national/national.ts'
export { routes } from './outcomes.routes.tsx'
