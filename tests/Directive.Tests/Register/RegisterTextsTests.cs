using Directives.Register;
using static Directives.Tests.Register.Registers;

namespace Directives.Tests.Register;

public sealed class RegisterTextsTests
{
    [Theory]
    [InlineData("")]
    [InlineData("no-sign.example")]
    [InlineData("a@b@place.example")]
    [InlineData("a@place")]
    [InlineData("a b@place.example")]
    [InlineData(" a@place.example")]
    [InlineData("a..b@place.example")]
    [InlineData("a@-place.example")]
    [InlineData("Head <a@place.example>")]
    [InlineData("a@place.example\n")]
    [InlineData("a@place.example\r\nBcc: b@place.example")]
    [InlineData("a\u0000@place.example")]
    [InlineData("a@place.example,b@place.example")]
    public void An_address_that_is_not_one_is_refused(string address) =>
        Assert.Equal(
            RegisterProblemKind.BadAddress,
            RefusedFor(Small() with { Officials = [.. Small().Officials, Person("d") with { Address = address }] }).Kind);

    [Fact]
    public void Empty_overlong_and_unprintable_texts_are_refused()
    {
        RegisterContent content = Small() with
        {
            Officials =
            [
                .. Small().Officials, Person("d") with { Title = " " }, Person("e") with { TitleEn = new string('x', 251) },
                Person("f") with { Title = "Head\r\nBcc: x" }, Person("g") with { Title = "a\u202Eb" },
                Person("h") with { Language = "de" }, Person("i") with { Title = "half \uD83D of a pair" },
                Person("j") with { Title = "whole \U0001F4DC pair" },
            ],
        };

        Assert.Equal(
            [
                ("d", RegisterProblemKind.EmptyText), ("e", RegisterProblemKind.TextTooLong),
                ("f", RegisterProblemKind.ControlCharacters), ("g", RegisterProblemKind.ControlCharacters),
                ("h", RegisterProblemKind.BadLanguage), ("i", RegisterProblemKind.ControlCharacters),
            ],
            Refused(content).Select(p => (p.Subject, p.Kind)));
    }

    [Fact]
    public void A_message_never_repeats_control_characters()
    {
        var seat = new Seat("s", "\u001b[2J\r\n", SeatRole.Monitor);

        RegisterProblem problem = RefusedFor(Small() with { Seats = [.. Small().Seats, seat] });

        Assert.DoesNotContain(problem.ToString(), char.IsControl);
    }

    [Fact]
    public void Every_kind_of_problem_can_be_said_and_has_its_own_key()
    {
        RegisterProblem[] all = [.. Enum.GetValues<RegisterProblemKind>()
            .Select(kind => new RegisterProblem(kind, "subject", 7431, "one", "two", "three"))];

        Assert.All(all, p => Assert.StartsWith("Row 7431: ", p.ToString(), StringComparison.Ordinal));
        Assert.Equal(all.Length, all.Select(p => p.ToString()).Distinct().Count());
        Assert.Equal(all.Length, all.Select(p => p.MessageKey).Distinct().Count());
    }
}
