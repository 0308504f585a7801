package publish

// inspectFolder cannot tell on Windows: there are no such modes, and only
// deleting would show what may be deleted.
func inspectFolder(string) (rightMode bool, err error) { return true, nil }
