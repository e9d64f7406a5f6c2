using Directives.Register;
using Directives.Tests.Chasing;

namespace Directives.Tests.Persons;

/// <summary>
/// The small province with somebody for each role. <c>sub</c> stands in for <c>m112</c>, <c>proxy</c> for everybody whose role must
/// never be stood in for, and for the office.
/// </summary>
internal static class RoledProvince
{
    /// <summary>Of the agency: <c>chief</c> leads it, <c>clerk</c> serves it, <c>m112</c> and <c>m113</c> belong to it.</summary>
    public const string Agency = "health";

    private static readonly string[] Others =
        ["recorder", "admin1", "admin2", "admin3", "auditor", "desk1", "desk2", "desk3", "member", "leader113", "leader121", "chief", "clerk", "otherclerk", "sub", "proxy", "nobody"];

    private static readonly string[] Members = ["m112", "m113", "chief", "clerk"];

    public static RegisterContent Content()
    {
        var small = SmallProvince.Content();
        return small with
        {
            Bodies =
            [
                new Body(Agency, "Sở Y tế", "Department of Health", "agency", "1", "clerk", "chief"),
                new Body("other", "Sở Tư pháp", "Department of Justice", "agency", "1", "otherclerk"),
            ],
            Officials =
            [
                .. small.Officials.Concat(Others.Select(SmallProvince.Person))
                    .Select(o => Members.Contains(o.Id) ? o with { Body = Agency } : o.Id is "m121" or "otherclerk" ? o with { Body = "other" } : o),
            ],
            Positions =
            [
                .. small.Positions, At(Duty.Recorder, "recorder"), At(Duty.Administrator, "admin1"), At(Duty.Administrator, "admin2"),
                At(Duty.Administrator, "admin3"), At(Duty.Auditor, "auditor"), At(Duty.ConfidentialDesk, "desk1"), At(Duty.ConfidentialDesk, "desk2"),
                At(Duty.ConfidentialDesk, "desk3"), At(Duty.StandingCommitteeMember, "member"), At(Duty.LocalLeader, "leader113", "113"),
                At(Duty.LocalLeader, "leader121", "121"),
            ],
            Substitutes =
            [
                new Substitute("m112", "sub", SmallProvince.Start), new Substitute("office", "proxy", SmallProvince.Start),
                new Substitute("admin1", "proxy", SmallProvince.Start), new Substitute("desk1", "proxy", SmallProvince.Start),
                new Substitute("m111", "sub", SmallProvince.Start, new DateOnly(2023, 4, 30)), new Substitute("admin1", "admin3", SmallProvince.Start),
            ],
        };
    }

    private static Position At(Duty duty, string official, string place = "1") => new(duty, place, official, SmallProvince.Start);
}
