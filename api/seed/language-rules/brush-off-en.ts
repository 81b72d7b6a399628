import { seedRules } from './seed-rule.ts'

/** C1 in English. */
export const brushOffEn = seedRules('C1', 'en', null, [
  ['dont-know', 'block', [
    "don't know", 'do not know', 'dunno', '(no/not a) (idea/clue)', "(don't/do not) have a (clue/idea)", 'how (should/would/could) I know', 'how am I supposed to know',
    '(beats/search) me', '(who/god/heaven/lord) knows', '(not sure/unsure) (mate/sorry/tbh)', '(not sure/unsure) (really/honestly/about that)',
    '(no/zero) information (on/about) (that/this)', "(couldn't/could not/can't/cannot) (tell/say) you", 'your guess is as good', "(I/we) (wouldn't/would not) know",
    'not (a/the) foggiest', "haven't (a/the) (clue/foggiest/faintest)",
  ], 'will find out for you', [
    "if you (don't/do not) know", "(don't/do not) know (your/which/yet which)", "you (don't/do not) know", "in case you (don't/do not) know",
    "know…, …(checking/let me/looking/I will/I'll/we'll)", "know…(but/so)…, …(will/I'll/let me/we'll)", "(don't/do not) know…yet…, …(what/which/could you/can you)",
    '(happy to tell/no idea is/any idea)', "(couldn't/can't) (tell/say) you how (happy/sorry/glad)", 'let…know', 'you know', "no idea (how/why/where)…, …(sorry/will/I'll)",
    'no idea (how/why/where)…, …(let me/replacement/checking)', 'no idea is',
  ]],
  ['no-way', 'block', [
    'no way', 'not (happening/gonna happen)', 'forget (it/about it)', 'dream on', 'absolutely not', 'out of the question', '(fat/no) chance', 'not a chance', 'when pigs fly',
    'in your dreams', 'keep dreaming',
  ], 'let me see what we can do', [
    'no way (that/this) (should/ought)', "(won't/don't/never) forget it", 'no way you should', "(don't/never) forget about",
  ]],
  ['not-possible', 'warn', ['not possible', 'impossible', 'not going to happen', 'not doable'], 'let me see what is possible', [
    '(if/when) (it/that/this/it is) not possible', "(if/when) (that is/it's/that's/) not possible", 'if impossible', 'not possible…(but/so/instead/we can/I can)',
    '(mission/nearly) impossible to (tell/see)', 'impossible…(but/instead/so) (we/I)', "if…(not/isn't) possible",
  ]],
  ['not-my-job', 'block', [
    "(not/isn't/ain't) (my/our) (job/problem/department)", "(not/isn't/ain't) (my/our) (responsibility/concern)", "(not/isn't/ain't) (my/our) (business/area)",
    "(not/isn't/ain't) (my/our) (call/fault/thing)", "(not/isn't/ain't) (my/our) (issue/duty/place/team)", 'nothing to do with (me/us)', 'above my pay grade',
    "can't be (bothered/arsed)", '(not/never) something (I/we) (do/deal/handle/care/cover)', "(I/we) (don't/do not) (deal with/handle) (that/this)",
    "(I/we) (don't/do not) (deal with/handle) (it/those/these)", "(I/we) (don't/do not) (cover/care about) (that/this)",
    "(I/we) (don't/do not) (cover/care about) (it/those/these)", "(we're/we are/I'm/I am) (just/only) (the/a) (seller/shop)",
    "(we're/we are/I'm/I am) (just/only) (the/a) (agent/reseller)", "(not/isn't) (on us/for me/for us/up to me/up to us)", '(out of/not in) my hands',
    '(none/not any) of (my/our) (business/concern)', "someone else's (job/problem)", 'not my (circus/monkeys)',
    "(I/we) (don't/do not) do (refunds/returns/exchanges)", "(I/we) (don't/do not) do (discounts/repairs/deliveries)",
  ], 'let me find the right colleague for you', ["(if/when) (it/that) (is not/isn't) (my/our)"]],
  ['cant-help', 'block', [
    "(can't/cannot/couldn't/won't) help (you/with that)", "(can't/cannot/couldn't/won't) help (with this/there)", 'unable to help', "(can't/cannot) do (anything/much/nothing)",
    'nothing (I/we/more I) can do', "there's nothing (to be done/I can/we can/more)", 'my hands are tied', '(not/nothing) much (I/we) can do',
    'what do you (want/expect) (me/us) to do', 'what am I supposed to do', "(that's/that is) all I can (do/say)", 'no (help/use) asking', 'beyond (my/our) control',
    "(can't/cannot/won't/couldn't) do (anything/nothing)", "(can't/cannot/won't/couldn't) do (a thing/squat)",
  ], 'here is what we can do', [
    "if we (can't/cannot) help you", "(can't/cannot) help (you/with that)…but (we/I)", "(can't/cannot) help (with this/there)…but (we/I)", 'nothing you can do',
  ]],
  ['policy', 'block', [
    "(that's/that is) (the/our/just our/company) policy", "(it's/it is/this is) (the/our/just our/company) policy", 'policy is policy', 'rules are rules', "that's just how it is",
    'those are the rules', "(that's/that is) the rule", 'take it or leave it', 'like it or not', 'it is what it is', "it's what it is", "that's (life/the way it is)",
    'end of (story/discussion)', '(tough/hard) (luck/cheese)', '(too/so) bad for you', '(your/sounds like a you) (loss/problem)', 'deal with it', 'live with it', 'get used to it',
    'suck it up', "(if you/if u) (don't/do not/dont) like (it/that)", '. Full stop', '(refunds/returns/exchanges/discounts/that/final)…period',
  ], 'let me explain why, and what we can do', [
    '(we will/we’ll/I will) deal with it', '(I’ll/let us/let me/colleague will) deal with it', "(we'll/I'll) deal with it", "that's how it works",
    'your problem (is/has/was/with/and/of/today)', '(about/solve/fix/understand/with/of) your problem', 'our policy (allows/lets/covers/says you can)',
    "if you (don't/do not) like (it/that)…(return/exchange)", "if you (don't/do not) like (it/that)…refund", "if you (don't/do not) like (it/that)…(send it back/swap)",
    'end of (the/this/next/march/april/may/june/july/august)', 'end of (september/october/november/december)', 'end of (january/february/day/month/week)',
  ]],
  ['tone', 'warn', [
    'whatever', 'relax', 'so what', 'as you like', 'suit yourself', 'up to you then', 'oh well', 'your call then', '(too bad/bad luck)', 'be patient', 'boohoo',
    '(yeah/sure) right', 'lol no', 'duh', 'obviously',
  ], 'I will help you as you prefer', [
    'whatever (you/size/colour/color/suits)', 'whatever (works/is/the/it takes/happens)', 'relax (fit/at home/and enjoy/in)', 'so what (you/we/i/would/size/is/colour)',
    'as you like it to be', '(too bad/bad luck) (that/about)', 'that is too bad', '(sure/yeah) right (away/now)',
  ]],
  ['calm-down', 'block', [
    'calm down', 'chill out', '(stop/quit) (complaining/asking/writing/messaging)', '(stop/quit) (calling/texting/moaning/pestering/bugging)', "don't rush (me/us)",
    'what is your problem', "what's your problem", 'get over it', 'who cares', "(I/we) (don't/couldn't/do not) care", 'do not care', 'not interested',
    "(it comes/it'll come/comes) when it comes", "(it's/it is) only (a/been/one/two) …(day/days/parcel/shirt)", "don't make (such/a) (fuss/scene)",
    '(you can/just/then) wait like everyone',
  ], 'I understand, and I am on it', ["if you (are not/aren't) interested", "if you're not interested", '(no need to stop/please stop) asking']],
  ['look-yourself', 'block', [
    '(look/find/check/do/sort/work) it (up /out /)yourself', '(google/search/look up/look) (it/for it/that) yourself', '(google/search) (it/for it/that) (online/up yourself)',
    '(look up/look) (it/for it/that) (online/up yourself)', 'google (it/that)', 'figure it out', 'read (the/our) page (first/again/properly)',
    'read (the/our) (description/listing) (first/again/properly)', 'read (the/our) page (please/before/yourself)', 'read (the/our) (description/listing) please',
    'read (the/our) (description/listing) (before/yourself)', 'read (the/our) manual (first/again/properly)', 'read (the/our) (faq/instructions) (first/again/properly)',
    'read (the/our) manual (please/before/yourself)', 'read (the/our) (faq/instructions) (please/before/yourself)', 'read the (page/description)',
    "can't you (read/see/count/wait)", 'can you not (read/see)', '(ask/try/call/contact/bother) (someone/somebody/anyone) else', '(call/ask/contact/chase) the courier yourself',
    'go ask the courier', "(that's/that is/your own/this is) your (own /)problem", 'your own problem', "you're on your own", 'you are on your own', 'help yourself then',
    'use google', 'go and (look/ask/check) yourself', '(take it up/talk/speak) (with/to) the courier', '(go /)ask (the/your) (post office/courier)',
    '(go /)ask (the/your) (bank/driver/neighbour)', '(go /)ask (the/your) (neighbor/landlord)', '(go /)ask (the/your) (carrier/manufacturer/platform)', 'you can read',
    'can you even read', '(its/it’s) (all /)(on/in) the (page/listing/description), ', '(did you/have you) (even /)(tried/try) reading', 'shop (somewhere else/elsewhere)',
  ], 'let me look that up for you', [
    "(we/we'll/I'll/let me) figure it out", '(let us/help you/we will/I will) figure it out', 'do it yourself kit', 'need not do it yourself', 'figure it out (together/for you)',
    "(don't/needn't) (need to /have to /)…yourself", '(no need to/do not) (need to /have to /)…yourself', '(easy/easily/simple) to (do/fit/check) …yourself',
    "(we'll/I'll/we will/I will/let me/we) ask (the/your)", 'you can read (more/about/the/all/our)',
  ]],
  ['told-you', 'block', [
    'I (already /)told you', 'as I already said', '(how many/hundred) times', 'I said no', 'are you (deaf/blind/stupid/serious)', "(don't/do) you not understand",
    "don't you understand", "you don't (listen/get it/understand)", 'listen to me', 'for the (last/hundredth/third/tenth) time', '(I/we) (just/already) said (that/this/it)',
    '(I/we) (just/already) (answered/explained) (that/this/it)', '(asked/answered) (that/this) already',
  ], 'let me put it another way', [
    'how many times (a/it/can/you wash/per/you/I/will)', '(as/like) I told you…(sorry/will)', 'if you (don’t/do not) (get/understand)', "if you don't (get it/understand)",
    'hundred times (a/per/better)',
  ]],
  ['leave', 'block', [
    'then buy elsewhere', "(don't/do not) buy it( then/)", '(go/buy/shop/look/try) somewhere else', '(go/buy/shop/look/try) (elsewhere/another shop)', '(go/just) complain',
    'complain all you want', 'go ahead and complain', 'file a complaint then', 'leave me alone', 'get lost', 'shut up', 'stupid', 'idiot', 'moron', 'ridiculous', 'nonsense',
    'annoying', '(you are /)wasting my time', 'crazy', '(piss/bugger/sod/eff) off', 'go away', 'screw (you/this)', 'wtf', 'stfu', 'bullshit', '(crap/bollocks)',
    "don't (bother/bug/text/message) (me/us)( again/)",
  ], 'tell me more, I am listening', [
    'crazy (sale/deals/soft/good)', '(how/that is/must be/really/very/this is/that was) annoying', 'annoying (for you/this is/that is/it is)', "that's (annoying/ridiculous)",
    "(if you/you) don't bother",
  ]],
  ['not-allowed', 'warn', [
    "you (can't/cannot) (return/have/exchange/cancel)", "we (don't/do not/never) do that", 'not allowed', 'no (refunds/returns/exceptions/exchanges)', "(can't/cannot) be done",
    "we (can't/cannot)", 'out of luck', 'too late for that', "(can't/cannot) (do/change) that", 'no (refund/return/exchange/exception), ',
  ], 'what we can do for you is', [
    "if (you/we) (can't/cannot)", 'no returns label', 'no refunds pending', '(tumble drying/ironing) is not allowed', "we (can't/cannot) (wait/thank you enough)",
    "we (can't/cannot) (guarantee/promise/say)", "we (can't/cannot) (tell/ask/see/read/be sure)", "we (can't/cannot)…, (but/so/instead)",
    "we (can't/cannot)…(but/instead) (we/I/road/you)", "(can't/cannot) (do/change) that…but", "we (can't/cannot)…but", 'not allowed…, …(so I/but I/my manager/asked/instead)',
    'not allowed (to/in) (the/fly/air/ship)',
  ]],
  ['busy', 'block', [
    "(I'm/I am) (too /so /really /)busy", 'no time for (this/you/that)', "I (don't/do not) have (the /)time", "(I'm/I am) off (now/today/in five)", 'my shift is over', 'not now',
    'wait your turn', 'just wait', 'keep waiting', "(you'll/you will) have to wait", 'come back (tomorrow/later)', 'try again (tomorrow/later/some other time)',
  ], 'I will be with you in a moment', ['if not now', 'just wait for the', 'why not now', '(the app/the page/it/payment/if)…try again later']],
])
