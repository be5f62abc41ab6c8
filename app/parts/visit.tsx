import { createContext, type ReactNode, useContext } from 'react'
import type { Window } from '../../rules/restriction.ts'
import { type Key, speak, type Values } from '../../words/speak.ts'
import type { Contrast, Size } from '../look.ts'

/** What every page knows of the one who reads it and of the landlord. Nothing here is secret. */
export type Visit = {
  language: string
  direction: 'ltr' | 'rtl'
  size: Size
  /** Null: what the browser asks for. */
  contrast: Contrast | null
  /** Languages to choose from, each in its own name. */
  languages: { code: string; name: string; dir: 'ltr' | 'rtl' }[]
  /** Path and query of this page, without the choice of language, size and contrast. */
  path: string
  search: string
  /** The instant of the request: years are left out of dates in this one. */
  now: Date
  signedIn: { name: string } | null
  landlord: {
    name: string
    general: string
    email: string
    urgentRepairs: string
    text: string
    post: string[]
    visit: string[]
    emergency: string
    /** For who cannot speak or hear on the telephone. */
    emergencyText: string
    relay: string
    gas: string
    power: string
    hours: Window[]
    redress: { name: string; phone: string; url: string; what: string }
  }
}

const VisitContext = createContext<Visit | null>(null)
export const VisitProvider = VisitContext.Provider

export function useVisit(): Visit {
  const visit = useContext(VisitContext)
  if (!visit) throw new Error('a page was shown outside a visit')
  return visit
}

/** Speaks a key in the language of this page. */
export function useSpeak(): (key: Key, values?: Values) => string {
  const { language } = useVisit()
  return (key, values) => speak(language, key, values)
}

/** A name, a reference or a number, kept apart from the direction of the words around it. */
export function Bdi({ children }: { children: ReactNode }) {
  return <bdi>{children}</bdi>
}
