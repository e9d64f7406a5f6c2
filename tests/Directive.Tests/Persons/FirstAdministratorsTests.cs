using Directives.Proposals;
using Directives.Register;
using Directives.Tests.Chasing;

namespace Directives.Tests.Persons;

public sealed class FirstAdministratorsTests
{
    private static readonly DateOnly Day = new(2023, 5, 8);

    [Fact]
    public void Two_persons_are_named_where_there_is_no_administrator()
    {
        var after = FirstAdministrators.Named(SmallProvince.Content(), "boss", "office", Day)!;
        var register = RegisterSnapshot.Build(after);
        Assert.Equal(["boss", "office"], register.DutyHolders(Duty.Administrator, "1", Day).Select(o => o.Id).Order());
        Assert.Empty(register.DutyHolders(Duty.Administrator, "1", Day.AddDays(-1)));
        Assert.Null(FirstAdministrators.Named(after, "m111", "m112", Day));
        Assert.Null(FirstAdministrators.Named(RoledProvince.Content(), "boss", "office", Day));
    }

    [Theory]
    [InlineData("boss", "boss")]
    [InlineData("boss", "gone")]
    public void One_person_or_one_unknown_is_not_two(string first, string second) => Assert.Null(FirstAdministrators.Named(SmallProvince.Content(), first, second, Day));
}
