using Directives.Register;
using Directives.Tests.Chasing;
using Directives.Tests.Persons;

namespace Directives.Tests.Recommendations.Confidential;

/// <summary>
/// The province with a leader of district 11, who has a deputy, a clerk, and one holder of the confidential desk as substitute. <c>m111</c> raises what
/// is confidential, has a substitute, and gives the post to <c>heir</c> on 1 June 2023.
/// </summary>
internal static class DeskProvince
{
    public const string Raiser = "m111";
    public const string Leader = "leader11";

    private static readonly DateOnly Handover = new(2023, 6, 1);

    public static RegisterContent Content()
    {
        var content = RoledProvince.Content();
        var seat = SmallProvince.Monitor("111");
        return content with
        {
            Bodies = [.. content.Bodies, new Body("committee-11", "Huyện ủy 11", "Committee 11", "local-committee", "11", "aide11", Leader)],
            Officials =
            [
                .. content.Officials, SmallProvince.Person(Leader) with { Body = "committee-11" }, SmallProvince.Person("aide11") with { Body = "committee-11" },
                SmallProvince.Person("vice11") with { Body = "committee-11", Title = "Phó Huyện ủy 11", TitleEn = "Deputy 11" }, SmallProvince.Person("stand-in"), SmallProvince.Person("heir"),
            ],
            Positions = [.. content.Positions, new Position(Duty.LocalLeader, "11", Leader, SmallProvince.Start)],
            Posts = [.. content.Posts.Select(p => p.Seat == seat ? p with { To = Handover.AddDays(-1) } : p), new Post(seat, "heir", Handover)],
            Substitutes = [.. content.Substitutes, new Substitute(Leader, "desk3", SmallProvince.Start), new Substitute(Raiser, "stand-in", SmallProvince.Start)],
        };
    }

    public static RegisterSnapshot Register() => RegisterSnapshot.Build(Content());
}
