import type { Place } from './map.rules.ts'

/**
 * Towns that are in no atlas, for the demo; where they lie is invented too. Each spot lies within some municipality, whose shape is then drawn without its name:
 * what stands on that ground says nothing about who really lives there.
 */
export const INVENTED: readonly Place[] = (
  [
    ['DM01', 'Wilgendam', 330, 420],
    ['DM02', 'Lindehaven', 470, 250],
    ['DM03', 'Heidemaat', 395, 520],
    ['DM04', 'Duinrade', 225, 395],
    ['V001', 'Schelpenisse', 248, 76],
    ['V002', 'Pimpernes', 24, 563],
    ['V003', 'Reigerskapelle', 493, 45],
    ['V004', 'Vuursteenderp', 406, 703],
    ['V005', 'Bramerveld', 522, 401],
    ['V006', 'Zonnewerve', 204, 226],
    ['V007', 'Otterzijl', 238, 536],
    ['V008', 'Lijsterwolde', 367, 162],
    ['V009', 'Merelgoor', 584, 136],
    ['V010', 'Oesterhem', 371, 26],
    ['V011', 'Kievitsluis', 119, 457],
    ['V012', 'Grutterswaard', 328, 273],
    ['V013', 'Klaverwoude', 398, 346],
    ['V014', 'Vlinderhorst', 551, 299],
    ['V015', 'Roggehoven', 416, 610],
    ['V016', 'Distelveen', 495, 141],
    ['V017', 'Knotwilgersveer', 174, 325],
    ['V018', 'Palingerzijl', 110, 565],
    ['V019', 'Bosuilen', 324, 565],
    ['V020', 'Leliewater', 253, 308],
    ['V021', 'Brembergen', 443, 414],
    ['V022', 'Roerdompel', 324, 96],
    ['V023', 'Zilverdonk', 166, 517],
    ['V024', 'Vosseradeel', 432, 86],
    ['V025', 'Appelmonde', 314, 349],
    ['V026', 'Kersenbeek', 292, 482],
    ['V027', 'Ganzerlo', 559, 204],
    ['V028', 'Hazelvoort', 399, 253],
    ['V029', 'Mosterdijk', 64, 501],
    ['V030', 'Bijenrode', 477, 320],
    ['V031', 'Sleuteldrecht', 217, 470],
    ['V032', 'Wolkenrade', 156, 394],
    ['V033', 'Frambozendam', 290, 216],
    ['V034', 'Veldermonde', 216, 160],
    ['V035', 'Tarwerzand', 394, 457],
    ['V036', 'Fazantrijk', 535, 91],
  ] as const
).map(([code, name, x, y]) => ({ code, name, also: null, spot: { x, y } }))
