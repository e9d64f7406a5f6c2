using Directives.Register;

namespace Directives.Tests.Register;

/// <summary>Small registers to test with: province 1, district 11, communes 111 and 112, village 1111.</summary>
internal static class Registers
{
    public static readonly DateOnly Start = new(2021, 4, 29);
    public static readonly DateOnly Today = new(2023, 4, 7);

    public static Place Place(string code, string? parent, string level = "commune") =>
        new(code, $"Xã {code}", "Xã", level, parent, Start);

    public static Official Person(string id) => new(id, $"Chức danh {id}", $"Title {id}", null, $"{id}@place.example");

    public static RegisterContent Small() => new(
        [
            Place("1", null, "province"), Place("11", "1", "district"), Place("111", "11"), Place("112", "11"),
            Place("1111", "111", "village"),
        ],
        [new Body("health", "Sở Y tế", "Department of Health", "agency", "1")],
        [Person("a"), Person("b"), Person("c")],
        [
            new Seat("1.in-charge", "1", SeatRole.InCharge), new Seat("11.in-charge", "11", SeatRole.InCharge),
            new Seat("111.in-charge", "111", SeatRole.InCharge), new Seat("111.monitor", "111", SeatRole.Monitor),
            new Seat("112.monitor", "112", SeatRole.Monitor),
        ],
        [
            new Post("1.in-charge", "a", Start), new Post("11.in-charge", "b", Start),
            new Post("111.in-charge", "c", Start), new Post("111.monitor", "b", Start),
        ],
        [
            new Position(Duty.Secretary, "1", "a", Start), new Position(Duty.Office, "1", "c", Start),
            new Position(Duty.LocalLeader, "111", "c", Start), new Position(Duty.LocalLeader, "11", "b", Start),
        ]);

    /// <summary>The problems a register is refused for.</summary>
    public static IReadOnlyList<RegisterProblem> Refused(RegisterContent content) =>
        Assert.Throws<RegisterRefusedException>(() => RegisterSnapshot.Build(content)).Problems;

    /// <summary>The one problem a register is refused for.</summary>
    public static RegisterProblem RefusedFor(RegisterContent content) => Assert.Single(Refused(content));
}
