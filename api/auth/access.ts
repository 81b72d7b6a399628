import type { FastifyRequest } from 'fastify'
import type { Role } from '../../domain/entities/people.ts'

/**
 * Who may call a route. public: anybody. visitor: a customer, checked by the web chat's own token. signature: a shop
 * system, checked by the webhook's signature. signed_in: everybody who is. A list: a person with one of these roles.
 */
export type Access = 'public' | 'visitor' | 'signature' | 'signed_in' | readonly Role[]

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Absent = signed_in: a route that says nothing is closed. */
    access?: Access
  }
}

/** The access that a route asks for. */
export function accessOf(request: FastifyRequest): Access {
  return request.routeOptions.config.access ?? 'signed_in'
}
