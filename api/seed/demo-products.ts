import type { DemoProduct } from './demo-types.ts'

const CLOTHES_SIZES = ['S', 'M', 'L', 'XL'] as const
const ONE_SIZE = ['均码'] as const

/** Invented lines of the shop. */
const LINES = ['云絮', '晚桥', '栗野', '雾麦', '糯白', '山眠', '松间', '暖屿', '拾羊', '月见', '半棉', '小满'] as const

const KINDS = [
  { name: '圆领羊毛衫', category: '毛衣', material: '70%绵羊毛 30%锦纶', priceFen: 25_900, sizes: CLOTHES_SIZES },
  { name: 'V领慵懒开衫', category: '开衫', material: '50%羊毛 50%腈纶', priceFen: 28_900, sizes: CLOTHES_SIZES },
  { name: '半高领打底衫', category: '打底', material: '60%棉 35%粘纤 5%氨纶', priceFen: 13_900, sizes: CLOTHES_SIZES },
  { name: '麻花毛背心', category: '背心', material: '45%羊毛 55%腈纶', priceFen: 16_900, sizes: CLOTHES_SIZES },
  { name: '针织半身裙', category: '裙装', material: '40%羊毛 60%粘纤', priceFen: 19_900, sizes: CLOTHES_SIZES },
  { name: '落肩连帽针织外套', category: '外套', material: '55%羊毛 45%聚酯', priceFen: 35_900, sizes: CLOTHES_SIZES },
  { name: '羊绒混纺高领毛衣', category: '毛衣', material: '10%山羊绒 90%绵羊毛', priceFen: 45_900, sizes: CLOTHES_SIZES },
  { name: '条纹套头衫', category: '毛衣', material: '60%棉 40%腈纶', priceFen: 17_900, sizes: CLOTHES_SIZES },
  { name: '针织阔腿裤', category: '裤装', material: '45%粘纤 30%尼龙 25%棉', priceFen: 18_900, sizes: CLOTHES_SIZES },
  { name: '羊毛围巾', category: '配饰', material: '100%绵羊毛', priceFen: 12_900, sizes: ONE_SIZE },
  { name: '针织帽', category: '配饰', material: '50%羊毛 50%腈纶', priceFen: 6_900, sizes: ONE_SIZE },
  { name: '羊毛中筒袜两双', category: '配饰', material: '42%羊毛 58%棉', priceFen: 3_900, sizes: ONE_SIZE },
] as const

const COLORS = [
  ['燕麦色', '雾蓝', '炭灰'], ['奶白', '驼色', '墨绿'], ['酒红', '黑色', '浅灰'], ['豆沙粉', '米杏', '藏青'], ['焦糖', '奶白', '烟紫'],
] as const

const KINDS_PER_LINE = 5

/** Sixty invented products: each line makes five kinds. (P5) */
export const DEMO_PRODUCTS: readonly DemoProduct[] = LINES.flatMap((line, lineAt) => (
  Array.from({ length: KINDS_PER_LINE }, (_, step) => {
    const at = lineAt * KINDS_PER_LINE + step
    const kind = KINDS[(lineAt + step * 5) % KINDS.length] ?? KINDS[0]
    return {
      sku: `YD${String(101 + at)}`,
      title: `${line}${kind.name}`,
      category: kind.category,
      material: kind.material,
      priceFen: kind.priceFen + (lineAt % 4) * 1_000,
      sizes: kind.sizes,
      colors: COLORS[at % COLORS.length] ?? COLORS[0],
      stock: (at * 37) % 180,
    }
  })
))
