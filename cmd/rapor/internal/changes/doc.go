// Package changes tells what differs between two publications of a portal, and
// why. A publication is held as an Edition: every figure, source and method that
// it states, taken from a data set or read from the file that each site
// publishes of itself (File). Between and Guard are pure: they read two editions
// and say what changed and what must not be published so.
package changes
