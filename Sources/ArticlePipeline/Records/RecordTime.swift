/// Times of records.
enum RecordTime {
  /// The last millisecond that RFC 3339 can write, in the year 9999.
  private static let last: Int64 = 253_402_300_799_999

  /// The timestamp that outputs carry: their input's; 0 and less, which brokers and clients take for "none", are 1.
  static func output(_ timestamp: Int64) -> Int64 { max(timestamp, 1) }

  /// Whether RFC 3339 can write a time.
  static func canWrite(_ milliseconds: Int64) -> Bool { (0...last).contains(milliseconds) }

  /// Appends a time as RFC 3339 in UTC with milliseconds; nothing for one that it can't write.
  static func write(_ milliseconds: Int64, to output: inout ByteOutput) {
    guard canWrite(milliseconds) else { return }
    let days = Int(milliseconds / 86_400_000)
    let rest = Int(milliseconds % 86_400_000)
    let (year, month, day) = civil(days)
    pad(year, 4, to: &output)
    output.append(UInt8(ascii: "-"))
    pad(month, 2, to: &output)
    output.append(UInt8(ascii: "-"))
    pad(day, 2, to: &output)
    output.append(UInt8(ascii: "T"))
    pad(rest / 3_600_000, 2, to: &output)
    output.append(UInt8(ascii: ":"))
    pad(rest / 60_000 % 60, 2, to: &output)
    output.append(UInt8(ascii: ":"))
    pad(rest / 1000 % 60, 2, to: &output)
    output.append(UInt8(ascii: "."))
    pad(rest % 1000, 3, to: &output)
    output.append(UInt8(ascii: "Z"))
  }

  /// The date of a day counted from 1970-01-01, in the proleptic Gregorian calendar: years begin in March, so that the leap day is last.
  static func civil(_ days: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
  }

  private static func pad(_ value: Int, _ width: Int, to output: inout ByteOutput) {
    var divisor = 1
    for _ in 1..<width { divisor *= 10 }
    while divisor > 0 {
      output.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value / divisor % 10))
      divisor /= 10
    }
  }
}
