import Foundation

/// The byte in the crash journal that a trap's signal handler sets, and the handlers that stood before.
enum TrapNote {
  private static let signals = [SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV]

  // Unsafe: a signal handler can't wait for a lock. Written by `watch` before a handler is set, and by `forget` with the lane's end.
  private nonisolated(unsafe) static var byte: UnsafeMutableRawPointer?
  // Unsafe: plain memory, since an array's bookkeeping has no place in a signal handler. Each entry is written before its signal can
  // come to the handler that reads it; never freed.
  private nonisolated(unsafe) static let earlier = UnsafeMutablePointer<sigaction>.allocate(capacity: 65)

  /// Sets the handlers, once a process.
  static func watch(_ byte: UnsafeMutableRawPointer) {
    guard self.byte == nil else { return }
    self.byte = byte
    for signal in signals {
      var action = sigaction()
      action.__sigaction_handler.sa_handler = { signal in TrapNote.note(signal) }
      sigaction(signal, &action, earlier + Int(signal))
    }
  }

  /// Forgets the byte before its page goes.
  static func forget(_ byte: UnsafeMutableRawPointer) {
    if self.byte == byte { self.byte = nil }
  }

  /// Sets the byte and the earlier handler, which the signal comes to when the instruction that trapped runs again.
  private static func note(_ signal: Int32) {
    byte?.storeBytes(of: 1, as: UInt8.self)
    sigaction(signal, earlier + Int(signal), nil)
  }
}
