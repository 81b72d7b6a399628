import { seedRules } from './seed-rule.ts'

/** C1 in English. */
export const brushOffEn = seedRules('C1', 'en', null, [
  ['dont-know', 'block', ["don't know", 'do not know', 'dunno', 'no idea', 'how should I know', "don't have a clue", 'not a clue', 'beats me', 'who knows'], 'will find out for you', [
    "if you don't know", 'if you do not know', "don't know your size", "don't know your usual", "don't know your height", "don't know your order", "don't know yet which", "don't know which", "you don't know", 'you do not know', "in case you don't know", 'do not know which', 'do not know your size',
  ]],
  ['no-way', 'block', ['no way', 'not happening', 'forget it', 'dream on', 'absolutely not', 'out of the question'], 'let me see what we can do'],
  ['not-possible', 'warn', ['not possible', 'impossible', 'no chance', 'not going to happen'], 'let me see what is possible', ['if not possible', 'if that is not possible', 'if it is not possible', 'if impossible']],
  ['not-my-job', 'block', [
    'not my job', 'not my problem', 'not our problem', 'not my department', 'not our fault', 'not my fault', 'not our responsibility', 'not my responsibility', 'nothing to do with me', 'nothing to do with us', 'not my concern', 'above my pay grade', "can't be bothered", 'not our business', 'not my business',
  ], 'let me find the right colleague for you'],
  ['cant-help', 'block', ["can't help you", 'cannot help you', 'unable to help', "can't help with that", 'cannot help with that', "can't do anything", 'cannot do anything', 'nothing I can do', 'nothing we can do', "there's nothing to be done", 'my hands are tied'], 'here is what we can do', [
    "if we can't help you", 'if we cannot help you',
  ]],
  ['policy', 'block', ["that's the policy", 'that is the policy', "it's our policy", 'it is our policy', 'policy is policy', 'rules are rules', "that's just how it is", 'those are the rules', "that's the rule", 'take it or leave it', 'like it or not'], 'let me explain why, and what we can do'],
  ['tone', 'warn', ['whatever', 'relax', 'so what', 'as you like', 'suit yourself', 'up to you then', 'oh well', 'your call then'], 'I will help you as you prefer', [
    'whatever you', 'whatever size', 'whatever colour', 'whatever color', 'whatever suits', 'whatever works', 'whatever is', 'relax fit', 'relax at home', 'relax and enjoy', 'relax in', 'so what you', 'so what we', 'so what i', 'so what would', 'so what size', 'as you like it to be', 'so what is', 'so what colour',
  ]],
  ['calm-down', 'block', ['calm down', 'chill out', 'stop complaining', 'stop asking', 'stop writing', "don't rush me", 'what is your problem', "what's your problem", 'get over it', 'deal with it', 'who cares', "I don't care", 'do not care', 'not interested'], 'I understand, and I am on it', [
    'if you are not interested', "if you're not interested", 'we will deal with it', "we'll deal with it", 'i will deal with it', "i'll deal with it", 'let us deal with it', 'let me deal with it', 'colleague will deal with it',
  ]],
  ['look-yourself', 'block', ['look it up yourself', 'find it yourself', 'google it', 'check it yourself', 'do it yourself', 'figure it out', 'read the page', 'read the description', "can't you read", 'can you not read', 'ask someone else', 'call the courier yourself', 'go ask the courier', 'your own problem', "that's your problem", 'that is your problem'], 'let me look that up for you', [
    'we will figure it out', "we'll figure it out", 'let me figure it out', 'let us figure it out', 'do it yourself kit', 'you need not do it yourself', 'help you figure it out', 'figure it out together', 'figure it out for you',
  ]],
  ['told-you', 'block', ['I already told you', 'I told you', 'as I already said', 'how many times', 'I said no', 'are you deaf', "don't you understand", 'do you not understand', "you don't listen", 'listen to me', 'for the last time'], 'let me put it another way', ['how many times a', 'how many times it', 'how many times can', 'how many times you wash']],
  ['leave', 'block', ['then buy elsewhere', "don't buy it", 'do not buy it then', 'go somewhere else', 'go complain', 'complain all you want', 'go ahead and complain', 'file a complaint then', 'leave me alone', 'get lost', 'shut up', 'stupid', 'idiot', 'moron', 'ridiculous', 'nonsense', 'annoying', 'you are wasting my time', 'wasting my time', 'crazy'], 'tell me more, I am listening', [
    'crazy sale', 'how annoying', 'that is annoying', 'must be annoying', 'really annoying for you', 'very annoying for you', 'annoying for you', 'annoying this is', 'annoying that is', 'annoying it is',
  ]],
  ['not-allowed', 'warn', ["you can't return", 'you cannot return', "you can't have", 'you cannot have', "we don't do that", 'we do not do that', 'we never do that', 'not allowed', 'no refunds', 'no returns', 'no exceptions', "can't be done", 'cannot be done', "we can't", 'we cannot', 'out of luck', 'too late for that'], 'what we can do for you is', [
    "if you can't return", 'if you cannot return', 'no returns label', 'no refunds pending', "if we can't", 'if we cannot', 'tumble drying is not allowed', 'ironing is not allowed', "we can't wait", 'we cannot wait', "we can't thank you enough", 'we cannot thank you enough',
  ]],
  ['busy', 'block', ["I'm busy", 'I am busy', "I'm too busy", 'no time for this', "I don't have time", 'I do not have time', "I'm off now", 'my shift is over', 'not now', 'wait your turn', 'just wait', 'keep waiting'], 'I will be with you in a moment', ['if not now', 'just wait for the', 'why not now']],
])
