import { ENTITIES } from '../../domain/entities/entity.ts'
import type { EntityName } from '../../domain/entities/entity.ts'

export interface Column {
  property: string
  column: string
  kind: 'plain' | 'json' | 'cipher'
}

/** Free text about or by a customer: AES-256-GCM under the tenant's key, `<column>_cipher`. */
export const CIPHER_PROPERTIES: { readonly [N in EntityName]?: readonly string[] } = {
  customer: ['name'],
  customer_note: ['body'],
  conversation: ['snippet'],
  message: ['body'],
  promise: ['text'],
  proposed_reply: ['body'],
  handover_item: ['note'],
  transfer: ['note'],
  talk_message: ['body'],
}

interface AnySchema { def: { type: string, innerType?: AnySchema } }

function baseType(schema: AnySchema): string {
  return schema.def.innerType ? baseType(schema.def.innerType) : schema.def.type
}

function columnsOf(name: EntityName): Column[] {
  return Object.entries<AnySchema>(ENTITIES[name].shape).map(([property, schema]) => {
    const snake = property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
    if (CIPHER_PROPERTIES[name]?.includes(property)) return { property, column: `${snake}_cipher`, kind: 'cipher' }
    const type = baseType(schema)
    return { property, column: snake, kind: type === 'array' || type === 'object' || type === 'record' ? 'json' : 'plain' }
  })
}

/** Columns of every synced table, in the order of the entity's properties. */
export const COLUMNS = Object.fromEntries(
  (Object.keys(ENTITIES) as EntityName[]).map((name) => [name, columnsOf(name)]),
) as unknown as { readonly [N in EntityName]: readonly Column[] }
