/** The ways in which a customer can contact their landlord. Every one of them walks through the gateway. */
export const channels = ['email', 'web', 'sms', 'phone', 'letter', 'visit', 'social'] as const

export type Channel = (typeof channels)[number]
