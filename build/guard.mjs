// Read by whatever Node there is, also old ones: plain JavaScript, no imports, nothing newer than ES2017.
const NEEDED = 24
const major = Number(process.versions.node.split('.')[0])

/** What to do about a Node that is too old, for this platform. */
function advice(platform) {
  if (platform === 'darwin') return 'Install Node ' + NEEDED + ' or newer (https://nodejs.org, or: brew install node@24).'
  return 'Run it through npm, which brings its own Node ' + NEEDED + ': npm ci && npm start.\n' +
    'If you did, the optional packages are missing: npm ci --include=optional.\n' +
    'On a platform without such a package install Node ' + NEEDED + ' or newer (https://nodejs.org).'
}

if (!(major >= NEEDED)) {
  console.error('Shiftdesk needs Node ' + NEEDED + ' or newer; this is Node ' + process.versions.node + '.\n' + advice(process.platform))
  process.exit(1)
}
