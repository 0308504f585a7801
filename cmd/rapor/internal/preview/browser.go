package preview

import "os/exec"

// browserCommand is what opens an address in a person's browser on a system.
func browserCommand(system, address string) []string {
	switch system {
	case "windows":
		return []string{"rundll32", "url.dll,FileProtocolHandler", address}
	case "darwin":
		return []string{"open", address}
	}
	return []string{"xdg-open", address}
}

// OpenBrowser opens an address in the browser of a system (runtime.GOOS). It
// does not wait for it.
func OpenBrowser(system, address string) error {
	command := browserCommand(system, address)
	process := exec.Command(command[0], command[1:]...)
	if err := process.Start(); err != nil {
		return err
	}
	go func() { _ = process.Wait() }() // the browser's end is not ours
	return nil
}
