import { maskValue } from '../../domain/personal-data/mask.ts'
import type { ChangeSet } from './change-set.ts'

/** Full values of one customer (P4); null = not known. */
export interface CustomerSecrets {
  readonly customerId: string
  readonly name: string | null
  readonly phone: string | null
  readonly email: string | null
  readonly address: string | null
}

/** 浙江省杭州市西湖区**** : down to the district, never the street. */
export function maskAddress(address: string): string {
  const area = /^(?:.{2,8}?(?:省|自治区))?(?:.{2,7}?市)?(?:.{1,6}?[区县市])?/u.exec(address)?.[0] ?? ''
  return `${area === '' ? [...address].slice(0, 4).join('') : area}****`
}

/** What a desk may hold of them: the masked forms. */
export function maskedForms(secrets: CustomerSecrets): {
  phoneMasked: string | null, emailMasked: string | null, addressMasked: string | null
} {
  return {
    phoneMasked: secrets.phone === null ? null : maskValue('mobile', secrets.phone),
    emailMasked: secrets.email === null ? null : maskValue('email', secrets.email),
    addressMasked: secrets.address === null ? null : maskAddress(secrets.address),
  }
}

/** Stores full values encrypted, with the blind indexes they are found by. The customers' rows exist already. */
export async function storeCustomerSecrets({ tx, tenant, keys }: ChangeSet, list: readonly CustomerSecrets[]): Promise<void> {
  if (list.length === 0) return
  const rows = list.map(({ customerId, name, phone, email, address }) => {
    const sealed = (column: string, value: string | null): Buffer | null => (
      value === null ? null : keys.encrypt(value, `customer_secret.${column}:${customerId}`)
    )
    const digits = phone?.replaceAll(/\D/g, '') ?? null
    return {
      tenant, customer_id: customerId, phone_cipher: sealed('phone', phone), email_cipher: sealed('email', email),
      address_cipher: sealed('address', address),
      name_index: name === null ? null : keys.blindIndex('name', name.trim()),
      phone_index: digits === null ? null : keys.blindIndex('phone', digits),
      phone_tail_index: digits === null ? null : keys.blindIndex('phone_tail', digits.slice(-4)),
      email_index: email === null ? null : keys.blindIndex('email', email.trim().toLowerCase()),
    }
  })
  await tx`insert into customer_secret ${tx(rows)} on conflict (tenant, customer_id) do update set
    phone_cipher = excluded.phone_cipher, email_cipher = excluded.email_cipher, address_cipher = excluded.address_cipher,
    name_index = excluded.name_index, phone_index = excluded.phone_index, phone_tail_index = excluded.phone_tail_index,
    email_index = excluded.email_index`
}

/** Stores the full tracking numbers of orders, encrypted. The orders' rows exist already. */
export async function storeTrackingNumbers(
  { tx, tenant, keys }: ChangeSet, list: readonly { orderId: string, number: string }[],
): Promise<void> {
  if (list.length === 0) return
  const rows = list.map(({ orderId, number }) => ({
    tenant, order_id: orderId, tracking_cipher: keys.encrypt(number, `order_secret.tracking:${orderId}`),
    tracking_index: keys.blindIndex('tracking', number),
  }))
  await tx`insert into order_secret ${tx(rows)} on conflict (tenant, order_id) do update set
    tracking_cipher = excluded.tracking_cipher, tracking_index = excluded.tracking_index`
}

/** Remembers whose identity and account numbers these are, by their blind index alone. In: digits and small letters. The customer's row exists already. */
export async function storeCustomerNumbers({ tx, tenant, keys }: ChangeSet, customerId: string, numbers: readonly string[]): Promise<void> {
  if (numbers.length === 0) return
  const rows = [...new Set(numbers)].map((number) => ({ tenant, customer_id: customerId, number_index: keys.blindIndex('account', number) }))
  await tx`insert into customer_number ${tx(rows)} on conflict do nothing`
}
