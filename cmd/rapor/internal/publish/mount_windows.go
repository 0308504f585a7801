package publish

// isMountPoint is false: a volume mounted in a folder looks like a link to Go
// and is resolved as one.
func isMountPoint(string) bool { return false }
