// Preloaded into the emulator: when the process that started it ends, however it ends, the pipe closes and the emulator goes too.
process.stdin.on("end", () => process.exit(0));
process.stdin.on("error", () => process.exit(0));
process.stdin.resume();
