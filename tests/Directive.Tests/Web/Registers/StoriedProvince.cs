using Directives.Register;
using Directives.Tests.Chasing;
using Directives.Tests.Persons;

namespace Directives.Tests.Web.Registers;

/// <summary>
/// The province with somebody for each role and a past: until the end of 2022 commune 112 was called Xã Cũ and lay in district 12, and its seat was held by
/// <c>nobody</c> until June 2022 and by no one in the second half of that year. Commune 110 was abolished with 2022.
/// </summary>
internal static class StoriedProvince
{
    public static readonly DateOnly Turn = new(2023, 1, 1);

    public static RegisterContent Content()
    {
        var content = RoledProvince.Content();
        var seat = SmallProvince.Monitor("112");
        return content with
        {
            Places =
            [
                .. content.Places.Where(p => p.Code != "112"),
                new Place("112", "Xã Cũ", "xã", "commune", "12", SmallProvince.Start, Turn.AddDays(-1)),
                new Place("112", "Xã Đập Đá", "xã", "commune", "11", Turn),
                new Place("110", "Xã Đã Bỏ", "xã", "commune", "11", SmallProvince.Start, Turn.AddDays(-1)),
            ],
            Bodies = [.. content.Bodies, new Body("committee-112", "Đảng ủy xã Đập Đá", "Đập Đá Party Committee", "local-committee", "112", null, "leader113")],
            Posts =
            [
                .. content.Posts.Where(p => p.Seat != seat), new Post(seat, "nobody", SmallProvince.Start, new DateOnly(2022, 6, 30)), new Post(seat, "m112", Turn),
            ],
        };
    }
}
