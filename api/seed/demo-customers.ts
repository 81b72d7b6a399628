import type { Faker } from '@faker-js/faker'
import type { DemoCustomer } from './demo-types.ts'
import { DAY_MS } from './demo-random.ts'

const PLACES = [
  ['浙江省', '杭州市', '西湖区'], ['浙江省', '宁波市', '鄞州区'], ['浙江省', '嘉兴市', '桐乡市'], ['江苏省', '南京市', '鼓楼区'], ['江苏省', '苏州市', '姑苏区'],
  ['江苏省', '无锡市', '梁溪区'], ['上海市', '上海市', '徐汇区'], ['上海市', '上海市', '浦东新区'], ['北京市', '北京市', '海淀区'], ['北京市', '北京市', '朝阳区'],
  ['广东省', '广州市', '天河区'], ['广东省', '深圳市', '南山区'], ['广东省', '佛山市', '禅城区'], ['四川省', '成都市', '武侯区'], ['四川省', '绵阳市', '涪城区'],
  ['重庆市', '重庆市', '渝北区'], ['湖北省', '武汉市', '洪山区'], ['湖南省', '长沙市', '岳麓区'], ['河南省', '郑州市', '金水区'], ['陕西省', '西安市', '雁塔区'],
  ['山东省', '青岛市', '市南区'], ['山东省', '济南市', '历下区'], ['福建省', '厦门市', '思明区'], ['安徽省', '合肥市', '蜀山区'], ['江西省', '南昌市', '红谷滩区'],
  ['辽宁省', '大连市', '沙河口区'], ['黑龙江省', '哈尔滨市', '南岗区'], ['吉林省', '长春市', '朝阳区'], ['云南省', '昆明市', '五华区'], ['甘肃省', '兰州市', '城关区'],
] as const
const ROADS = ['桂语', '听澜', '杏林', '望梅', '青石桥', '采荷', '明德', '星湖', '古榕', '长宁', '枫叶', '春晓', '映月', '东篱', '竹溪'] as const
const ESTATES = ['云锦花园', '橡树里', '水岸新城', '翠微公寓', '和风苑', '星河湾畔', '静安里', '书香门庭', '柳岸小区', '海棠居'] as const

const NICK_HEADS = [
  '爱喝奶茶的', '软软的', '不吃香菜的', '早起的', '会飞的', '慢吞吞的', '想晒太阳的', '认真生活的', '暖洋洋的', '有点困的', '山里的', '圆滚滚的', '安静的', '南方的',
] as const
const NICK_TAILS = [
  '小熊', '圆圆', '橘子', '阿布', '云朵', '小鹿', '栗子', '麦穗', '团子', '星星', '阿棠', '小满', '企鹅', '月亮', '年糕', '柚子', '小羊', '豆豆',
] as const
const NICK_WHOLE = [
  '林间听雨', '岁岁平安', '清风徐来', '一叶知秋', '半夏微凉', '人间烟火', '木木三', '拾光', '小城故事', '陌上花开', '七月', '鱼的记忆', '南栀', '且听风吟', '知夏',
] as const
const LATIN = [
  'sunny', 'mango', 'lele', 'yuanyuan', 'xiaoyu', 'maple', 'coco', 'anan', 'linlin', 'mia', 'leo', 'nana', 'qingqing',
] as const
const OWN_TAGS = ['怕扎', '爱开衫', '常送礼', '要顺丰', '偏宽松', '孕妈妈', '给爸妈买', '爱收纳礼盒'] as const

function nickname(faker: Faker): string {
  const pick = faker.number.int({ min: 0, max: 9 })
  if (pick < 5) return faker.helpers.arrayElement(NICK_HEADS) + faker.helpers.arrayElement(NICK_TAILS)
  if (pick < 6) return faker.helpers.arrayElement(NICK_WHOLE)
  if (pick < 7) return `${faker.helpers.arrayElement(NICK_WHOLE)}${faker.string.numeric(2)}`
  const digits = (length: number) => faker.string.numeric({ length, allowLeadingZeros: false })
  return pick < 9 ? `${faker.helpers.arrayElement(LATIN)}_${digits(4)}` : `tb${digits(8)}`
}

/** A customer before anything was bought: tier and P2 tags come from the orders. */
export type BareCustomer = Omit<DemoCustomer, 'tier'>

/**
 * Invents customers with unique nicknames and phones.
 * Goes in: the seeded source, how many, the time in epoch ms. Comes out: customers since 10 to 900 days. (P1)
 */
export function bareCustomers(faker: Faker, count: number, nowMs: number): readonly BareCustomer[] {
  const nicknames = new Set<string>()
  const customers: BareCustomer[] = []
  for (let at = 1; at <= count; at += 1) {
    let nick = nickname(faker)
    while (nicknames.has(nick)) nick = nickname(faker)
    nicknames.add(nick)
    const gender = faker.datatype.boolean({ probability: 0.78 }) ? 'female' : 'male'
    const [province, city, district] = faker.helpers.arrayElement(PLACES)
    const road = `${faker.helpers.arrayElement(ROADS)}路${faker.number.int({ min: 2, max: 488 })}号`
    const estate = faker.helpers.arrayElement(ESTATES)
    const floor = faker.number.int({ min: 1, max: 24 })
    const home = `${faker.number.int({ min: 1, max: 26 })}幢${floor}0${faker.number.int({ min: 1, max: 4 })}室`
    const ownTags = OWN_TAGS.filter((tag) => gender === 'female' || tag !== '孕妈妈')
    const month = faker.number.int({ min: 1, max: 12 })
    customers.push({
      key: `customer-${String(at).padStart(4, '0')}`,
      nickname: nick,
      name: faker.person.lastName() + faker.person.firstName(gender),
      gender,
      phone: `142${String((at * 48_271 + 10_007_919) % 100_000_000).padStart(8, '0')}`,
      email: `${faker.helpers.arrayElement(LATIN)}${at}@example.com`,
      address: `${province === city ? '' : province}${city}${district}${road}${estate}${home}`,
      city,
      tags: faker.helpers.maybe(() => [faker.helpers.arrayElement(ownTags)], { probability: 0.25 }) ?? [],
      sinceMs: nowMs - faker.number.int({ min: 10, max: 900 }) * DAY_MS - faker.number.int({ min: 0, max: DAY_MS }),
      birthday: `${String(month).padStart(2, '0')}-${String(faker.number.int({ min: 1, max: 28 })).padStart(2, '0')}`,
    })
  }
  return customers
}
