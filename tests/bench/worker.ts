// A process of its own for one desk, real or bare: it does what its parent says, one thing at a time, and answers with figures.
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { BareDesk } from './bare-desk.ts'
import { RealDesk } from './real-desk.ts'
import type { Order } from './workers.ts'

let real: RealDesk | null = null
let bare: BareDesk | null = null

async function obey(order: Order): Promise<unknown> {
  switch (order.do) {
    case 'initial': {
      mkdirSync(order.dir, { recursive: true })
      if (order.kind === 'real') {
        real = new RealDesk(order.dir)
        return real.initial(order.account)
      }
      bare = await BareDesk.signIn(order.account, path.join(order.dir, 'bare.db'))
      return bare.initial()
    }
    case 'away':
      return real?.away()
    case 'catch-up':
      return real ? real.catchUp(order.deliveredAtMs) : bare?.catchUp()
    case 'commits':
      return real?.commits(order.conversationId, order.count)
    case 'end':
      bare?.close()
      await real?.close()
      process.disconnect()
      return undefined
  }
}

process.on('message', (order: Order) => {
  void obey(order).then(
    value => { if (process.connected) process.send?.({ value: value ?? null }) },
    (error: unknown) => process.send?.({ error: error instanceof Error ? error.stack : String(error) }),
  )
})
