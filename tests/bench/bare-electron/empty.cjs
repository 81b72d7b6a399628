// Does nothing, and stays.
process.parentPort.on('message', () => undefined)
