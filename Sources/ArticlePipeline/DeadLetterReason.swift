/// Why a record is unusable: the stable code in the header `nuqta-error-reason`.
package enum DeadLetterReason: String, Sendable, CaseIterable {
  case invalidUTF8 = "invalid-utf8"
  case invalidJSON = "invalid-json"
  case invalidField = "invalid-field"
  case missingIdentity = "missing-identity"
  case missingText = "missing-text"
  case unsupportedContentType = "unsupported-content-type"
  case tooLarge = "too-large"
  case tooManyUnits = "too-many-units"
  case outputRefused = "output-refused"
  case crashed
  case `internal`
}
