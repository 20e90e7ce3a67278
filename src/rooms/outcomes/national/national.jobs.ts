import { job } from '#rooms/access'
import { countOwnFigures, tellFigures } from './national.ts'

export const jobs = {
  'figures.count': job('figures.count', (tx, permit) => countOwnFigures(tx, permit)),
  'figures.tell': job('figures.tell', (tx, permit) => tellFigures(tx, permit)),
}
