package check

// targets: the instrument of a target exists and the target lies on its scale,
// as every source prints it.
func targets(c *checker) {
	for _, inst := range c.set.Institutions {
		for _, t := range inst.Targets {
			if t.Instrument != "" {
				c.unknownInstrument(t.Pos, t.Instrument)
			}
			if in := c.set.TargetInstrument(inst, t); in != nil {
				c.onScale(t.Pos, in, t.Index)
				for _, o := range t.Others {
					c.onScale(o.Pos, in, o.Index)
				}
			}
		}
	}
}
