using Directives.Reports;

namespace Directives.Web.Mine;

/// <summary>The parts of a report that are for the place; pure. What no part names is for the province, so a new field stays there.</summary>
public static class SharedParts
{
    /// <summary>The same report with nothing but what is for the place.</summary>
    public static ReportContent Of(ReportContent content)
    {
        var shared = new ReportContent
        {
            Visits = IsShared(ReportFields.Visits) ? content.Visits : [],
            NoVisitBecause = IsShared(ReportFields.NoVisitBecause) ? content.NoVisitBecause : null,
            Cases = IsShared(ReportFields.Cases) ? content.Cases : null,
            LastPromises = IsShared(ReportFields.LastPromises) ? content.LastPromises : null,
        };
        return ReportFields.Texts.Where(f => IsShared(f.Name)).Aggregate(shared, (all, field) => field.Write(all, field.Read(content)));
    }

    /// <summary>Whether a field is for the place.</summary>
    public static bool IsShared(string field) => ReportFields.AudienceOf(field) == Audience.Place;
}
