import type { RequestKind } from '../../../rules/request-due.ts'
import type { Key, Values } from '../../../words/speak.ts'

export type Choice = { value: string; label: Key; values?: Values }
export type Answers = Record<string, string>

/** One question, which is one page. What is chosen of many is kept with spaces between. */
export type Step = {
  name: string
  kind: 'line' | 'words' | 'one' | 'some' | 'files'
  question: Key
  hint?: Key
  /** What is said when nothing was answered. */
  wrong: Key
  /** Left out where they come from the ledger. */
  choices?: (answers: Answers) => Choice[]
  /** A choice that the others are nothing without. */
  needs?: string
  isOptional?: (answers: Answers) => boolean
  /** Answers that mean nothing any more once this one has changed. */
  resets?: string[]
}

export type FormName = 'side' | 'support' | 'change' | 'way' | 'representative' | 'data'

/** Something that a signed-in customer can ask or say: where it starts, and its questions in their order. */
export type Form = { name: FormName; kind: RequestKind; start: string; what: Key; steps: Step[] }

/** All choices of one question, named alike. */
function choices<Value extends string>(values: readonly Value[], label: (value: Value) => Key): Choice[] {
  return values.map((value) => ({ value, label: label(value) }))
}

export function has(answer: string | undefined, value: string): boolean {
  return (answer ?? '').split(' ').includes(value)
}

const kindsOfHelp = ['money', 'health', 'mind', 'reading', 'home', 'unsafe', 'talk'] as const
const needs = ['phone', 'time', 'bsl', 'quiet', 'visit', 'read'] as const
const relations = ['family', 'friend', 'carer', 'adviser', 'law', 'office', 'other'] as const
const mayDo = ['speak', 'letters'] as const
const ways = ['email', 'web', 'sms', 'phone', 'letter', 'visit'] as const

const somethingElse: Choice = { value: 'other', label: 'page.ask.other' }

/** Own words beside something to choose: needed only by those who chose "something else". */
function more(beside: string): Step {
  return {
    name: 'more',
    kind: 'words',
    question: 'page.ask.more',
    hint: 'page.ask.more-hint',
    wrong: 'page.errors.tell',
    isOptional: (answers) => !has(answers[beside], 'other'),
  }
}

export const forms: Record<FormName, Form> = {
  side: {
    name: 'side',
    kind: 'side',
    start: '/tell-your-side',
    what: 'page.side.what',
    steps: [
      { name: 'about', kind: 'one', question: 'page.side.about', wrong: 'page.errors.choose-one' },
      {
        name: 'account',
        kind: 'words',
        question: 'page.side.account',
        hint: 'page.side.account-hint',
        wrong: 'page.errors.tell',
      },
      {
        name: 'files',
        kind: 'files',
        question: 'page.ask.files',
        hint: 'page.ask.files-hint',
        wrong: 'page.errors.tell',
        isOptional: () => true,
      },
    ],
  },
  support: {
    name: 'support',
    kind: 'support',
    start: '/ask-us/support',
    what: 'page.support.what',
    steps: [
      {
        name: 'kinds',
        kind: 'some',
        question: 'page.support.kinds',
        hint: 'page.support.kinds-hint',
        wrong: 'page.errors.choose-some',
        choices: () => [...choices(kindsOfHelp, (kind) => `page.support.kind.${kind}`), somethingElse],
        resets: ['helpers'],
      },
      more('kinds'),
      {
        // Each kind of helper by itself, none ticked beforehand: consent is a yes, never a silence.
        name: 'helpers',
        kind: 'some',
        question: 'page.support.consent',
        hint: 'page.support.consent-hint',
        wrong: 'page.errors.consent',
        choices: (answers) =>
          choices(
            [
              'ours',
              ...[...kindsOfHelp, 'other' as const].filter((kind) => has(answers.kinds, kind)),
            ] as const,
            (helper) => `page.support.helper.${helper}`,
          ),
      },
    ],
  },
  change: {
    name: 'change',
    kind: 'adjustment',
    start: '/ask-us/change',
    what: 'page.adjust.what',
    steps: [
      {
        name: 'needs',
        kind: 'some',
        question: 'page.adjust.needs',
        hint: 'page.support.kinds-hint',
        wrong: 'page.errors.choose-some',
        choices: () => [...choices(needs, (need) => `page.adjust.need.${need}`), somethingElse],
      },
      more('needs'),
    ],
  },
  way: {
    name: 'way',
    kind: 'way',
    start: '/ask-us/way',
    what: 'page.way.what',
    steps: [
      {
        name: 'why',
        kind: 'words',
        question: 'page.way.why',
        hint: 'page.way.why-hint',
        wrong: 'page.errors.tell',
      },
      {
        name: 'ways',
        kind: 'some',
        question: 'page.way.wish',
        hint: 'page.support.kinds-hint',
        wrong: 'page.errors.choose-some',
        choices: () => [...choices(ways, (way) => `channel.by.${way}`), somethingElse],
      },
      more('ways'),
    ],
  },
  representative: {
    name: 'representative',
    kind: 'representative',
    start: '/your-account/representative',
    what: 'page.representative.what',
    steps: [
      { name: 'name', kind: 'line', question: 'page.representative.name', wrong: 'page.errors.person' },
      {
        name: 'relation',
        kind: 'one',
        question: 'page.representative.relation',
        wrong: 'page.errors.choose-one',
        choices: () => choices(relations, (each) => `page.representative.is.${each}`),
      },
      {
        name: 'reach',
        kind: 'line',
        question: 'page.representative.reach',
        hint: 'page.representative.reach-hint',
        wrong: 'page.errors.reach-person',
      },
      {
        name: 'may',
        kind: 'some',
        question: 'page.representative.may',
        hint: 'page.representative.may-hint',
        wrong: 'page.errors.speak',
        needs: 'speak',
        choices: () => choices(mayDo, (each) => `page.representative.can.${each}`),
      },
    ],
  },
  data: {
    name: 'data',
    kind: 'data',
    start: '/your-account/data',
    what: 'page.data.what',
    steps: [
      {
        name: 'wanted',
        kind: 'words',
        question: 'page.data.wanted',
        hint: 'page.data.wanted-hint',
        wrong: 'page.errors.tell',
        isOptional: () => true,
      },
    ],
  },
}

/** The name of a form that was written into an address, or null. */
export function formOf(name: string | undefined): Form | null {
  return name !== undefined && Object.hasOwn(forms, name) ? forms[name as FormName] : null
}

/** The first question without an answer, or null when all have one. */
export function firstUnanswered(form: Form, answers: Answers): Step | null {
  return (
    form.steps.find(({ name, isOptional }) => {
      const answer = answers[name]
      return answer === undefined || (answer === '' && !isOptional?.(answers))
    }) ?? null
  )
}

/** Where somebody goes on: the first question without an answer, or the page on which all are checked. */
export function pathOn(form: Form, answers: Answers): string {
  return `/ask-us/${form.name}/${firstUnanswered(form, answers)?.name ?? 'check'}`
}
