//go:build !linux && !darwin

package publish

// exchange is not to be had on Windows and the BSDs.
func exchange(string, string) error { return errNoExchange }
