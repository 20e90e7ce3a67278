import type { ComponentChildren } from 'preact'
import { useWords } from './words.ts'

export type Column<Row> = {
  readonly key: string
  readonly label: string
  readonly cell: (row: Row) => ComponentChildren
  /** Numbers stand at the end, digits under digits. */
  readonly numeric?: boolean
  /** The cell that names the row; the first column when none says so. */
  readonly header?: boolean
  /** A link that sorts by this column, and how it is sorted now. */
  readonly sort?: { readonly href: string; readonly now?: 'up' | 'down' | undefined }
  /** On a phone: the amount beside the name, a button under the rest, or left out because the name says it already. */
  readonly phone?: 'beside' | 'below' | 'away'
  /** No label before the value on a phone: the value explains itself. */
  readonly bare?: boolean
  /** The heading is for screen readers only. */
  readonly quiet?: boolean
}

export type TableProps<Row> = {
  readonly caption: string
  readonly captionHidden?: boolean
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  /** A tick box per row, sent under this name; the table must stand in a form. */
  readonly select?: {
    readonly name: string
    readonly label: (row: Row) => string
    readonly checked?: (row: Row) => boolean
    readonly disabled?: (row: Row) => boolean
    /** Whether the row has a box at all. */
    readonly offered?: (row: Row) => boolean
  }
  /** What Enter opens, for tables with `keys`. */
  readonly rowHref?: (row: Row) => string
  readonly rowTone?: (row: Row) => 'hot' | 'wait' | 'sum' | 'sub' | undefined
  /** Keyboard: j k up and down, x choose, enter open, a accept. */
  readonly keys?: boolean
  readonly dense?: boolean
  /** Rows under the line, such as totals; one cell per column, keyed by column. */
  readonly foot?: readonly { readonly key: string; readonly cells: Readonly<Record<string, ComponentChildren>> }[]
  /** Stays a table on a phone and scrolls sideways: only for true grids of figures. */
  readonly grid?: boolean
  /** Instead of rows when there are none. */
  readonly empty?: ComponentChildren
}

/** A table with a caption; on a phone each row becomes a compact card. */
export function Table<Row>(props: TableProps<Row>) {
  const words = useWords()
  if (props.rows.length === 0 && props.empty) return <>{props.empty}</>
  const header = props.columns.findIndex((column) => column.header)
  const named = Math.max(header, 0)
  const table = (
    <table
      class={`utrecht-table utrecht-table--html-table${props.dense ? ' dense' : ''}${props.grid ? '' : ' cards'}`}
      data-keys={props.keys || undefined}
      data-skip={props.keys ? words.table.toList : undefined}
    >
      <caption class={props.captionHidden ? 'vh' : undefined}>{props.caption}</caption>
      <thead>
        <tr>
          {props.select ? (
            <th scope="col" class="cb">
              <span class="hit" data-select-all={props.select.name} data-word={words.table.chooseAll}>
                <span class="vh">{words.table.choose}</span>
              </span>
            </th>
          ) : null}
          {props.columns.map((column) => (
            <Heading column={column} key={column.key} />
          ))}
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row) => (
          <tr key={props.rowKey(row)} class={props.rowTone?.(row)} data-href={props.rowHref?.(row)}>
            {props.select ? (
              <td class="cb">
                {props.select.offered?.(row) === false ? null : (
                  <label class="hit">
                    {/* A browser that goes back ticks by place, and by then another row may stand there. */}
                    <input
                      type="checkbox"
                      autocomplete="off"
                      name={props.select.name}
                      value={props.rowKey(row)}
                      checked={props.select.checked?.(row)}
                      disabled={props.select.disabled?.(row)}
                      aria-label={`${words.table.choose}: ${props.select.label(row)}`}
                    />
                  </label>
                )}
              </td>
            ) : null}
            {props.columns.map((column, index) => (
              <Cell column={column} named={index === named} key={column.key}>
                {column.cell(row)}
              </Cell>
            ))}
          </tr>
        ))}
      </tbody>
      {props.foot ? (
        <tfoot>
          {props.foot.map((foot) => (
            <tr class="sum" key={foot.key}>
              {props.select ? <td class="cb" /> : null}
              {props.columns.map((column, index) => (
                <Cell column={column} named={index === named} key={column.key}>
                  {foot.cells[column.key]}
                </Cell>
              ))}
            </tr>
          ))}
        </tfoot>
      ) : null}
    </table>
  )
  const keyed = props.keys && props.rows.length > 0
  return props.grid ? (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls sideways must be reachable by keyboard
    <section class="scroll" tabIndex={0} aria-label={props.caption}>
      {table}
    </section>
  ) : keyed ? (
    <>
      <KeyHints select={props.select !== undefined} />
      {table}
    </>
  ) : (
    table
  )
}

function Heading<Row>(props: { column: Column<Row> }) {
  const words = useWords()
  const { column } = props
  const { sort } = column
  const state = sort?.now === 'up' ? 'ascending' : sort?.now === 'down' ? 'descending' : undefined
  return (
    <th scope="col" class={column.numeric ? 'amt' : undefined} aria-sort={state}>
      {sort ? (
        <a class="sort" href={sort.href}>
          {column.label}
          <span aria-hidden="true">{sort.now === 'up' ? ' ↑' : sort.now === 'down' ? ' ↓' : ' ↕'}</span>
          <span class="vh">, {sort.now === 'up' ? words.table.sortedUp : sort.now === 'down' ? words.table.sortedDown : words.table.sort}</span>
        </a>
      ) : column.quiet ? (
        <span class="vh">{column.label}</span>
      ) : (
        column.label
      )}
    </th>
  )
}

function Cell<Row>(props: { column: Column<Row>; named: boolean; children?: ComponentChildren }) {
  const { column } = props
  const marks = [column.numeric ? 'amt' : '', column.phone ?? ''].filter(Boolean).join(' ') || undefined
  return props.named ? (
    <th scope="row" class={marks}>
      {props.children}
    </th>
  ) : (
    <td class={marks} data-l={column.phone === 'beside' || column.phone === 'below' || column.bare || column.quiet ? undefined : column.label}>
      {props.children}
    </td>
  )
}

/** The bar over a table with tick boxes: how many are chosen (with script) and what can be done with them. */
export function SelectionBar(props: { label: string; children?: ComponentChildren }) {
  const words = useWords()
  return (
    <div class="selbar">
      <span data-selected data-word={words.table.chosen}>
        {props.label}
      </span>
      {props.children}
    </div>
  )
}

/** Which keys work in the table while it has the focus; shown where there is a keyboard and script. */
function KeyHints(props: { select: boolean }) {
  const words = useWords()
  const keys: readonly (readonly [string, string])[] = [
    ['J', words.table.down],
    ['K', words.table.up],
    ...(props.select ? ([['X', words.table.mark]] as const) : []),
    ['⏎', words.table.open],
    ...(props.select ? ([['A', words.table.accept]] as const) : []),
    ['/', words.table.search],
  ]
  return (
    <p class="keys" data-needs-script tabIndex={-1}>
      <span>{words.table.keysWhen}</span>
      {keys.map(([key, label]) => (
        <span key={key}>
          <kbd>{key}</kbd> {label}
        </span>
      ))}
    </p>
  )
}
