using Directives.Calendars;
using Directives.Recommendations;
using Directives.Register;

namespace Directives.Web.Cases;

/// <summary>Makes lines of cases, for lists of whoever may read all of them.</summary>
public sealed class CaseLines(RegisterSnapshot register)
{
    /// <summary>A case as a line.</summary>
    public CaseLine Of(OpenCase open)
    {
        var raised = (Raised)open.Events[0];
        var place = register.PlaceOf(raised.Place);
        var above = register.Ancestors(raised.Place) is { Count: > 0 } all ? all[0].Name : null;
        return new CaseLine(open.Ref.Id, place?.Name ?? raised.Place, above, raised.Kind, raised.Text, Zone.Of(open.Held.Head.Zone).DateAt(raised.At), open.State);
    }
}
