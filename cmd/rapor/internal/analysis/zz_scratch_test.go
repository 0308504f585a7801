package analysis
import ("testing";"fmt";"os";"rapor/cmd/rapor/internal/load";"rapor/cmd/rapor/internal/score")
func TestScratch(t *testing.T){
 set,_,err:=load.Load(load.Source{Data:os.DirFS("/work/main/data"),DataName:"data"})
 fmt.Println(err)
 m:=score.NewModels(set.Instruments)
 var all []*Series
 for _,i:=range set.Institutions{ var rs []score.Result; for _,a:=range i.Assessments{rs=append(rs,score.Assess(m[a.Instrument],i,a))}; all=append(all,NewSeries(i,rs)) }
 c:=NewCensus(all)
 fmt.Println(c.Years(), Newest(all))
 for _,y:=range c.Years(){ g:=c.Country(y); fmt.Println(y,g.Coverage,g.ByBand,g.NoBand,decimal(g.Index.Q1),decimal(g.Index.Median),decimal(g.Index.Q3)); for _,k:=range set.Portal.Kinds{g:=c.Kind(k.ID,y); fmt.Println("   ",k.ID,g.Coverage,g.ByBand,decimal(g.Index.Median))}}
 for _,st:=range set.Portal.ShareTargets{ s:=c.Share(st,st.Year); fmt.Println(st.Year,st.ID,s.Count,s.Known,s.Total,decimal(s.Actual),s.Status,s.Reason,len(s.Printed)) }
 n:=0
 for _,s:=range all{ for _,p:=range Paths(set,s,Newest(all)){ n++; fmt.Println(s.Institution.Slug,p.Target.Year,p.Target.Index,p.Status,p.Reason,"missed",decimal(p.Missed),"r",decimal(p.Required),"a",decimal(p.Pace),"proj",decimal(p.Projection.Value.Value),p.Projection.Reason,p.InstrumentChanges, func()int{if p.Reached!=nil{return p.Reached.Year};return 0}()) } }
 for _,f:=range []int{2022,2023,2024}{ mv:=c.Country(f+1).Movement(f); fmt.Println(f,mv.Coverage,mv.Up,mv.Down,mv.Equal); if mv.Enough(){ for _,k:=range []int{0,1,2,len(mv.Movers)-2,len(mv.Movers)-1}{ x:=mv.Movers[k]; fmt.Println("  ",x.Series.Institution.Slug,decimal(x.Change))}}}
 for _,s:=range all{ if s.Institution.Slug=="kota-bandar-lampung"||s.Institution.Slug=="kota-jambi"||s.Institution.Slug=="provinsi-sulawesi-barat"{ p:=s.At(2024); st:=c.Peers(s,p).Standing(s); d:=s.Decompose(p); fmt.Println(s.Institution.Slug,st,decimal(d.Change),decimal(d.Computed),decimal(d.Rest.Min),decimal(d.Rest.Value),decimal(d.Rest.Max),d.Exact,d.Reason); for _,x:=range d.Domains{fmt.Println("   ",x.Place,decimal(x.Change.Min),decimal(x.Change.Value),decimal(x.Change.Max))}
  l,_:=Leverages(p,c.Peers(s,p)); for _,x:=range l{fmt.Println("   lev",x.Place,decimal(x.PerPoint),decimal(x.Room),decimal(x.RoomGain),decimal(x.Median.Median),decimal(x.Distance))}; e:=EdgesOf(p); fmt.Println("   edge",e.Band,e.Next,decimal(e.ToNext),decimal(e.AboveBand)) }}
}
