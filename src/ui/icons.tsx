const PATHS = {
  home: 'M4 11.5 12 5l8 6.5M6.5 10v9h11v-9M10.5 19v-5h3v5',
  bell: 'M6.5 16.5V11a5.5 5.5 0 0 1 11 0v5.5l1.5 1.5h-14ZM10 20.500h4',
  pot: 'M6.5 10.5h11M7.5 10.5l1.3 9h6.4l1.3-9M12 10.5V6.8M12 7c0-2.3 1.5-3.5 4-3.5 0 2.4-1.6 3.5-4 3.5ZM12 8.3c-.2-1.9-1.5-2.8-3.6-2.8 0 1.9 1.3 2.8 3.6 2.8Z',
  paper: 'M6.5 3.5h8l3.5 3.5v13.5h-11.5ZM14 3.5V7.5h4M9.5 12h5.5M9.5 15.5h5.5',
  receipt: 'M6 3.5v17l2-1.3 2 1.3 2-1.3 2 1.3 2-1.3 2 1.3v-17l-2 1.3-2-1.3-2 1.3-2-1.3-2 1.3ZM9.3 9.5h5.4M9.3 13.5h5.4',
  camera: 'M4 8.5h3.5l1.5-2.5h6l1.5 2.5H20v10.5H4ZM12 16.6a3.1 3.1 0 1 0 0-6.2 3.1 3.1 0 0 0 0 6.2Z',
  talk: 'M4.5 5.5h15v10.5h-8l-4 3.5v-3.5h-3ZM8.5 9.5h7M8.5 12.5h4.5',
  clock: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM12 7.5V12l3 2',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  warning: 'M12 4 3.5 19.5h17ZM12 10v4.5M12 17v.1',
  error: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM12 7.5v5.5M12 16v.1',
  info: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM12 11v5.5M12 7.8v.1',
  cross: 'm6 6 12 12M18 6 6 18',
  arrow: 'M5 12h13.5M13 6.5l5.5 5.5-5.5 5.5',
  chevron: 'm9 5.5 6.5 6.5L9 18.5',
  down: 'm5.5 9 6.5 6.5L18.5 9',
  eye: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12ZM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6Z',
  speaker: 'M4.5 9.5v5h3.5l4.5 4v-13l-4.5 4ZM16 9c1.5 1.6 1.5 4.4 0 6M18.5 6.5c3 3 3 8 0 11',
  phone: 'M6 4h3.2l1.6 4.2-2 1.6a11.5 11.5 0 0 0 5.4 5.4l1.6-2L20 14.8V18a2 2 0 0 1-2.2 2C10.5 19.5 4.5 13.5 4 6.2A2 2 0 0 1 6 4Z',
  letter: 'M3.5 6h17v12.5h-17ZM4 6.5l8 6.5 8-6.5',
  townhall: 'M3.5 9.5 12 4l8.5 5.5ZM5.5 9.5v8M9.8 9.5v8M14.2 9.5v8M18.5 9.5v8M3.5 20h17',
  people:
    'M12 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM6 19.5c0-3.6 2.6-5.5 6-5.5s6 1.9 6 5.5M5.6 11.8a2.2 2.2 0 1 1 1.6-3.7M2.5 17c0-1.7.9-2.9 2.5-3.4M18.4 11.8a2.2 2.2 0 1 0-1.6-3.7M21.5 17c0-1.7-.9-2.9-2.5-3.4',
  percent: 'M7.8 10a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6ZM16.2 18.6a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6ZM18 5.5 6 18.5',
  scissors: 'M6.5 19.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM17.5 19.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM8 15.2 16.5 4M16 15.2 7.5 4',
  sprout: 'M12 20V10M12 13c0-4.5 2.8-7 7.5-7 0 4.5-2.7 7-7.5 7ZM12 16c-.3-3.6-2.6-5.5-6.8-5.5C5.2 14.2 7.7 16 12 16Z',
  download: 'M12 4v11M7 10.5l5 5 5-5M4.5 20h15',
  plus: 'M12 5v14M5 12h14',
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM15.5 15.5 20.5 20.5',
  lock: 'M6 10.5h12v9.5H6ZM8.5 10.5V8a3.5 3.5 0 0 1 7 0v2.5M12 14.5v2',
  calendar: 'M4.5 6h15v14h-15ZM4.5 10.5h15M8.5 3.5v4M15.5 3.5v4',
  swap: 'M4 8.5h14M14.5 5l3.5 3.5-3.5 3.5M20 15.5H6M9.5 12 6 15.5 9.5 19',
  print: 'M7 8.5V4h10v4.5M7 16.5H4v-8h16v8h-3M7 13.5h10V20H7Z',
  door: 'M5 20.5h14M7.5 20.5v-16h9v16M13.5 12.5v.1',
  pause: 'M9 6v12M15 6v12',
  upload: 'M12 15V4.5M7 9l5-5 5 5M4.5 20h15',
  menu: 'M4.5 7h15M4.5 12h15M4.5 17h15',
  pencil: 'M5 19l.8-3.8L16 5l3 3L8.8 18.200ZM14 7l3 3',
  user: 'M12 11.500a3.7 3.7 0 1 0 0-7.4 3.7 3.7 0 0 0 0 7.400ZM5 20c0-4 3-6 7-6s7 2 7 6',
  bank: 'M4 10h16M4.5 10 12 5l7.5 5M6.5 10v7M12 10v7M17.5 10v7M4 19.500h16',
  send: 'M4 11.5 20 4.500l-5 15.5-3.5-6.500ZM11.5 13.5 20 4.5',
  undo: 'M8.5 5.5 4.5 9.500l4 4M4.5 9.500h9.500a5 5 0 0 1 0 10H9',
  book: 'M12 6.500c-2-1.5-4.5-2-8-2v13c3.5 0 6 .5 8 2 2-1.5 4.5-2 8-2v-13c-3.5 0-6 .5-8 2ZM12 6.500v13',
  bus: 'M5 6.500a2 2 0 0 1 2-2h10a2 2 0 0 1 2 2v10H5ZM5 12h14M7.5 16.500v2.500M16.5 16.500v2.500M8 14.300v.1M16 14.300v.1',
  tool: 'M14.5 8.500a4 4 0 0 1 5.2-3.800l-2.7 2.7.5 2 2 .5 2.2-2.200a4 4 0 0 1-5.7 4.300l-7.5 7.500a1.7 1.7 0 0 1-2.5-2.500l7.5-7.500a4 4 0 0 1 1-1Z',
  spool: 'M7 4.500h10M7 19.500h10M8.5 4.500v15M15.5 4.500v15M8.5 9l7-1.500M8.5 12.500l7-1.500M8.5 16l7-1.5',
  shop: 'M4.5 10 6 4.500h12l1.5 5.500a2.5 2.5 0 0 1-5 0 2.5 2.5 0 0 1-5 0 2.5 2.5 0 0 1-5 0ZM6 12.500v7h12v-7M10 19.500v-4.500h4v4.5',
  shield: 'M12 4 5.5 6.500V12c0 4 2.8 6.5 6.5 8 3.7-1.5 6.5-4 6.5-8V6.500ZM9 12l2.3 2.300L15.3 10',
  sun: 'M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.6 7 7M17 17l1.4 1.400M18.4 5.6 17 7M7 17l-1.4 1.4',
  moon: 'M19 14.500A7.5 7.5 0 0 1 9.5 5 7.5 7.5 0 1 0 19 14.500Z',
  flag: 'M6 20.500v-16M6 5.500h11l-2 3.5 2 3.500H6',
  list: 'M9 6.500h10.500M9 12h10.500M9 17.500h10.500M4.8 6.500v.1M4.8 12v.1M4.8 17.500v.1',
  filter: 'M4.5 6h15l-6 7v5.500l-3-1.500v-4Z',
  question: 'M12 20.500a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM9.5 10a2.5 2.5 0 1 1 3.6 2.200c-.8.4-1.1.9-1.1 1.800M12 16.800v.1',
  link: 'M10 14a3.5 3.5 0 0 0 5 0l3.5-3.500a3.5 3.5 0 0 0-5-5L12 7M14 10a3.5 3.5 0 0 0-5 0l-3.5 3.500a3.5 3.5 0 0 0 5 5L12 17',
} as const

export type IconName = keyof typeof PATHS

/** A line drawing of 24 by 24; decoration only, so there is always a word beside it. */
export function Icon(props: { name: IconName; class?: string }) {
  return (
    <svg class={props.class ? `i ${props.class}` : 'i'} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={PATHS[props.name]} />
    </svg>
  )
}

/** The same drawing inside a larger picture, at `x`, `y` and `size`. */
export function IconAt(props: { name: IconName; x: number; y: number; size: number }) {
  return (
    <g class="ri" transform={`translate(${props.x} ${props.y}) scale(${props.size / 24})`}>
      <path d={PATHS[props.name]} />
    </g>
  )
}

export function isIcon(name: string): name is IconName {
  return name in PATHS
}

export const iconNames = Object.keys(PATHS) as readonly IconName[]

/** The flower pot that is our mark. `one` draws it in the colour of the text, for use on leaf green or in one ink. */
export function Emblem(props: { class?: string; one?: boolean }) {
  return (
    <svg class={`emblem${props.one ? ' one' : ''}${props.class ? ` ${props.class}` : ''}`} viewBox="0 0 64 64" aria-hidden="true" focusable="false">
      <path class="e-leaf" d="M31.2 39.5C17.5 39.5 8.8 31.5 7.5 18.5c13 .8 22.9 8.2 23.7 21Z" />
      <path class="e-leaf2" d="M32.8 39.5C46.5 39.5 55.2 31.5 56.5 18.5c-13 .8-22.9 8.2-23.7 21Z" />
      <path class="e-sun2" d="M21.5 5.5C29 7.5 33 13 32 24.5 23.8 22.5 19.7 15.5 21.5 5.5ZM42.5 5.5C35 7.5 31 13 32 24.5c8.2-2 12.3-9 10.5-19Z" />
      <path class="e-sun" d="M32 2.500c5.6 6.4 6 14.5 0 22.5-6-8-5.6-16.1 0-22.5Z" />
      <path class="e-pot2" d="M17.5 45h29l-2.9 13.2a4 4 0 0 1-3.9 3.1H24.3a4 4 0 0 1-3.9-3.1Z" />
      <rect class="e-pot" x="13" y="38.5" width="38" height="8.5" rx="3" />
    </svg>
  )
}
