import type { ReservedSql, Sql as PostgresSql } from 'postgres'

/** int8 arrives as a number: seqs and epoch milliseconds stay far below 2^53. Sums are numeric and arrive as text. */
export type SqlTypes = { bigint: number }
/** The pool. */
export type Sql = PostgresSql<SqlTypes>
/** One connection inside a transaction (reserve.ts). */
export type Tx = ReservedSql<SqlTypes>
