/** The questions of an appeal, one a page, in their order. */
export const appealSteps = ['ground', 'account', 'wish', 'files', 'who', 'for', 'late'] as const
export type AppealStep = (typeof appealSteps)[number]

/** What was answered so far, by the name of its field. */
export type AppealAnswers = Partial<Record<string, string>>

type Asked = { answers: AppealAnswers; hasGrounds: boolean; isLate: boolean }

/** The questions that this appeal asks: grounds where the policy lists them, who writes where somebody does, why late where it is. */
export function stepsOf({ answers, hasGrounds, isLate }: Asked): AppealStep[] {
  return appealSteps.filter((step) => {
    if (step === 'ground') return hasGrounds
    if (step === 'for') return answers.who === 'other'
    return step !== 'late' || isLate
  })
}

/** The question after this one, or 'check' after the last. */
export function stepAfter(step: AppealStep, asked: Asked): AppealStep | 'check' {
  const steps = stepsOf(asked)
  // The order of all steps also places a question that is not asked any more.
  const later = steps.find((each) => appealSteps.indexOf(each) > appealSteps.indexOf(step))
  return later ?? 'check'
}

/** The question before this one, or null: it is the first. */
export function stepBefore(step: AppealStep | 'check', asked: Asked): AppealStep | null {
  const steps = stepsOf(asked)
  const place = step === 'check' ? appealSteps.length : appealSteps.indexOf(step)
  return steps.filter((each) => appealSteps.indexOf(each) < place).at(-1) ?? null
}

/** The fields of each question, and whether they may be left empty. */
const fields: Record<AppealStep, { names: string[]; mayBeEmpty?: true }> = {
  ground: { names: ['ground'] },
  account: { names: ['account'] },
  wish: { names: ['wish'], mayBeEmpty: true },
  files: { names: ['files'] },
  who: { names: ['who'] },
  for: { names: ['name', 'reach'] },
  late: { names: ['late'] },
}

/** The first question that was not answered yet, or null: everything is there. */
export function firstOpen(asked: Asked): AppealStep | null {
  const isOpen = (step: AppealStep) => {
    const { names, mayBeEmpty } = fields[step]
    const given = names.map((name) => asked.answers[name])
    return given.some((answer) => answer === undefined || (!mayBeEmpty && answer.trim() === ''))
  }
  return stepsOf(asked).find(isOpen) ?? null
}
