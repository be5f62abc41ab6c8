import type { LoaderFunctionArgs } from '@remix-run/node'
import { equalityBodies, informationCommissioner, lineFor, linesOf } from '../../policies/national-lines.ts'
import { access } from '../../db/access.ts'

/** The lines of the landlord's nation for people who need somebody to talk to. */
export function loadHelp({ context }: LoaderFunctionArgs) {
  const { nation } = context.house.policy.landlord
  const lines = linesOf(nation)
  return {
    emergency: lineFor(nation, 'emergency'),
    abuse: lines.filter(({ code }) => code === 'abuse'),
    talk: lines.filter(({ code }) => code === 'listening' || code === 'health'),
  }
}

/** Who helps where this website leaves somebody out. */
export function loadAccessibility({ context }: LoaderFunctionArgs) {
  return { outside: equalityBodies[context.house.policy.landlord.nation] }
}

/** How long things are kept, who answers for them, and who watches over both. */
export function loadPrivacy({ context }: LoaderFunctionArgs) {
  const { controllers } = context.house.policy.pack
  return {
    controllers: controllers === 'silent' ? [] : controllers.says,
    commissioner: informationCommissioner,
    codeMinutes: access.emailCodeMinutes,
    idleMinutes: access.idleMinutes,
  }
}
