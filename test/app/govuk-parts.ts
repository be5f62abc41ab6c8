import { createElement as h, type ReactElement } from 'react'
import {
  Button,
  ErrorSummary,
  type FieldError,
  FileInput,
  Input,
  Radios,
  TextArea,
} from '../../app/parts/form.tsx'
import { LeaveQuickly } from '../../app/parts/leave-quickly.tsx'
import { BackLink, Details, NotificationBanner, Table, Tag, WarningText } from '../../app/parts/pieces.tsx'
import { Row, Rows } from '../../app/parts/rows.tsx'
import { type Key, speak } from '../../words/speak.ts'

/** What an example asks for, as far as any of our parts can be asked for it. */
type Options = {
  [name: string]: unknown
  id?: string
  name?: string
  text?: string
  value?: string
  label?: { text?: string }
  hint?: { text?: string }
  errorMessage?: { text?: string }
  classes?: string
  items?: { value: string; text: string; checked?: boolean }[]
  fieldset?: { legend?: { text?: string } }
}

/** Our words stand where an example has its own: errors are keys of the catalogue, and always the same few words. */
const wrong: Key[] = ['page.errors.email', 'page.errors.code', 'page.errors.reference']
const words = (at = 0) => speak('en', wrong[at] ?? 'page.errors.name')

function errorsOf({ name = '', errorMessage }: Options): FieldError[] {
  return errorMessage ? [{ field: name, key: wrong[0] ?? 'page.errors.name' }] : []
}

const field = (options: Options) => ({
  name: options.name ?? '',
  label: options.label?.text ?? '',
  ...(options.hint?.text && { hint: options.hint.text }),
  ...(options.value !== undefined && { value: options.value }),
  errors: errorsOf(options),
})

export type Compared = {
  /** The options that our part has words for. An example that asks for more is about something no page uses. */
  offers: string[]
  /** How many published examples that leaves, so that none is lost unseen. */
  examples: number
  make: (options: Options) => ReactElement
  /** Our words put into the example. */
  put?: (html: string, options: Options) => string
  /** An example within those options that our part still cannot be asked for. */
  leaves?: (options: Options) => boolean
}

const fieldOptions = ['id', 'name', 'label', 'hint', 'errorMessage', 'value']
const isPlain = (part: unknown) => part === undefined || Object.keys(part as object).join() === 'text'
const isPlainField = ({ label, hint, errorMessage }: Options) => [label, hint, errorMessage].every(isPlain)

/** Our fields carry their name as their id. */
function putField(html: string, { id, name = '', errorMessage }: Options): string {
  const named = id ? html.replaceAll(`"${id}`, `"${name}`).replaceAll(` ${id}-`, ` ${name}-`) : html
  return errorMessage?.text ? named.replaceAll(errorMessage.text, words()) : named
}

type Cell = { text?: string; html?: string; format?: string }
type Action = { href: string; text?: string; visuallyHiddenText?: string }
type ListRow = { key: { text?: string }; value: { text?: string }; actions?: { items?: Action[] } }
type TableOptions = { caption?: string; head?: Cell[]; rows: Cell[][] }
const textsOf = (cells: Cell[]) => cells.map(({ text }) => text ?? '')

const has = (part: object, ...names: string[]) => Object.keys(part).every((name) => names.includes(name))

/** One key, one value and one link beside them, as our lists have. */
function isListRow(row: ListRow | null): boolean {
  if (!row || !has(row, 'key', 'value', 'actions') || !isPlain(row.key) || !isPlain(row.value)) return false
  const { actions = { items: [] } } = row
  const [only, ...others] = actions.items ?? []
  if (!has(actions, 'items') || others.length > 0) return false
  return only ? only.text !== undefined && has(only, 'href', 'text', 'visuallyHiddenText') : !row.actions
}

function rowOf({ key, value, actions }: ListRow, at: number) {
  const action = actions?.items?.map(({ href, text, visuallyHiddenText }) =>
    h(
      'a',
      { className: 'govuk-link', href, key: href },
      text,
      visuallyHiddenText && h('span', { className: 'govuk-visually-hidden' }, ` ${visuallyHiddenText}`),
    ),
  )
  return h(Row, { key: at, label: key.text ?? '', action, children: value.text } as Parameters<typeof Row>[0])
}

export const parts: Record<string, Compared> = {
  button: {
    offers: ['text', 'name', 'value', 'type'],
    examples: 5,
    leaves: ({ type }) => type !== undefined && type !== 'submit',
    make: ({ text, name, value }) =>
      h(Button, { children: text, name, value } as Parameters<typeof Button>[0]),
  },
  input: {
    offers: [...fieldOptions, 'type', 'autocomplete', 'inputmode', 'classes'],
    examples: 16,
    leaves: (options) =>
      !isPlainField(options) ||
      !['text', 'email', 'tel', undefined].includes(options.type as string) ||
      !/^govuk-input--width-\d+$/.test(options.classes ?? 'govuk-input--width-10'),
    make: (options) =>
      h(Input, {
        ...field(options),
        type: options.type,
        autoComplete: options.autocomplete,
        inputMode: options.inputmode,
        width: options.classes?.replace('govuk-input--width-', ''),
      } as Parameters<typeof Input>[0]),
    put: putField,
  },
  textarea: {
    offers: [...fieldOptions, 'rows'],
    examples: 7,
    leaves: (options) => !isPlainField(options),
    make: (options) => h(TextArea, { ...field(options), rows: (options.rows as number) ?? 5 }),
    put: putField,
  },
  'file-upload': {
    offers: [...fieldOptions, 'multiple'],
    examples: 1,
    leaves: (options) => !isPlainField(options) || !options.multiple,
    make: (options) => h(FileInput, field(options)),
    put: putField,
  },
  radios: {
    offers: ['name', 'idPrefix', 'fieldset', 'items', 'value', 'errorMessage'],
    examples: 1,
    leaves: ({ fieldset, items = [], errorMessage }) =>
      !isPlain(fieldset?.legend) ||
      !fieldset ||
      Object.keys(fieldset).length > 1 ||
      !isPlain(errorMessage) ||
      items.some((item) => !item || Object.keys(item).some((name) => !['value', 'text'].includes(name))),
    make: (options) =>
      h(Radios, {
        ...field(options),
        label: options.fieldset?.legend?.text ?? '',
        choices: (options.items ?? []).map(({ value, text }) => ({ value, label: text })),
      }),
    put: (html, options) => putField(html, { ...options, id: options.idPrefix as string }),
  },
  'error-summary': {
    offers: ['titleText', 'errorList'],
    examples: 1,
    leaves: ({ errorList }) =>
      !errorList ||
      (errorList as Action[]).some(
        (error) => !error.href?.startsWith('#') || error.text?.includes('<') || !has(error, 'href', 'text'),
      ),
    make: ({ errorList }) =>
      h(ErrorSummary, {
        errors: (errorList as Action[]).map(({ href }, at) => ({
          field: href.slice(1),
          key: wrong[at] ?? 'page.errors.name',
        })),
      }),
    put: (html, { titleText, errorList }) =>
      (errorList as Action[]).reduce(
        (text, error, at) => text.replace(error.text ?? '', words(at)),
        html.replace(String(titleText), speak('en', 'page.errors.heading')),
      ),
  },
  'summary-list': {
    offers: ['rows'],
    examples: 2,
    leaves: ({ rows }) => (rows as (ListRow | null)[]).some((row) => !isListRow(row)),
    make: ({ rows }) => h(Rows, { children: (rows as ListRow[]).map(rowOf) }),
  },
  table: {
    offers: ['rows', 'head', 'caption', 'captionClasses', 'firstCellIsHeader'],
    examples: 1,
    leaves: ({ firstCellIsHeader, head, caption }) => !firstCellIsHeader || !head || !caption,
    make: (options) => {
      const { caption = '', head = [], rows } = options as unknown as TableOptions
      return h(Table, { caption, head: textsOf(head), rows: rows.map(textsOf) })
    },
    // Numbers stand to the right in the example, and its caption is larger. Ours are all alike.
    put: (html) =>
      html.replaceAll(/ govuk-table__(cell|header)--numeric/g, '').replace(/ govuk-table__caption--\w/, ''),
  },
  'back-link': {
    offers: ['text', 'href'],
    examples: 3,
    make: ({ text = 'Back', href = '#' }) => h(BackLink, { href: String(href), children: text }),
  },
  details: {
    offers: ['summaryText', 'text'],
    examples: 3,
    make: ({ summaryText, text }) => h(Details, { summary: String(summaryText), children: text }),
  },
  'notification-banner': {
    offers: ['text', 'titleText'],
    examples: 6,
    make: ({ text, titleText = 'Important' }) =>
      h(NotificationBanner, {
        title: String(titleText),
        children: h('p', { className: 'govuk-notification-banner__heading' }, text),
      }),
  },
  tag: {
    offers: ['text', 'classes'],
    examples: 3,
    leaves: ({ classes }) => classes !== undefined && classes !== 'govuk-tag--grey',
    make: ({ text, classes }) => h(Tag, { children: text, isQuiet: classes === 'govuk-tag--grey' }),
  },
  'warning-text': {
    offers: ['text', 'iconFallbackText'],
    examples: 5,
    make: ({ text, iconFallbackText }) =>
      h(WarningText, {
        spoken: typeof iconFallbackText === 'string' ? iconFallbackText : 'Warning',
        children: text,
      }),
  },
  'exit-this-page': {
    offers: ['redirectUrl', 'id', 'classes', 'attributes'],
    examples: 1,
    make: () => h(LeaveQuickly),
    // A link that only a script would turn into a button, and words that say where it leads.
    put: (html) =>
      html
        .replace(/ role="button"/, '')
        .replace(/href="[^"]*"/, 'href="https://www.bbc.co.uk/weather"')
        .replace(
          /<span class="govuk-visually-hidden">Emergency<\/span> Exit this page/,
          speak('en', 'page.leave.go'),
        )
        .replace(/<a /, `<span>${speak('en', 'page.leave.where')}</span><a `),
  },
}
