namespace Directives.Tests.Cloud.Sdk;

/// <summary>The comparison of the contract with the SDK finds what differs.</summary>
public sealed class ContractComparisonTests
{
    [Fact]
    public void A_type_lacks_nothing_of_itself_nor_of_one_that_has_more()
    {
        Assert.Empty(ContractComparison.Lacks(typeof(Declared), typeof(Declared)));
        Assert.Empty(ContractComparison.Lacks(typeof(Declared), typeof(More)));
        Assert.Empty(ContractComparison.Lacks(typeof(Few), typeof(Few)));
    }

    [Fact]
    public void What_differs_is_named()
    {
        var lacks = ContractComparison.Lacks(typeof(Declared), typeof(Other));
        Assert.Equal(4, lacks.Count);
        Assert.Contains(lacks, l => l.Contains("Other has no new(System.String name)", StringComparison.Ordinal));
        Assert.Contains(lacks, l => l.Contains("!!0 Ask`1(!!0 what, System.Int32 often = …)", StringComparison.Ordinal));
        Assert.Contains(lacks, l => l.Contains("System.String get_Name()", StringComparison.Ordinal));
        Assert.Contains(lacks, l => l.Contains("Void set_Name(System.String value)", StringComparison.Ordinal));
    }

    [Fact]
    public void Another_value_or_another_kind_is_named()
    {
        Assert.Equal(["Second = 1"], ContractComparison.Lacks(typeof(Few), typeof(Many)));
        Assert.Contains(ContractComparison.Lacks(typeof(Declared), typeof(Plain)), l => l.Contains("is a struct", StringComparison.Ordinal));
    }

#pragma warning disable CA1034, CA1052, CA1812, CA1822, CA1801, IDE0060, CA1815, CA1051
    public class Declared(string name)
    {
        public string Name { get; set; } = name;

        public T Ask<T>(T what, int often = 1) => what;

        protected void Tell()
        {
        }
    }

    public class More(string name) : Declared(name)
    {
        public int Number { get; set; }
    }

    public class Other(int name)
    {
        public int Name { get; set; } = name;

        public T Ask<T>(T what, int often) => what;

        protected void Tell()
        {
        }
    }

    public struct Plain;

    public enum Few
    {
        First,
        Second,
    }

    public enum Many
    {
        First,
        Between,
        Second,
    }
#pragma warning restore
}
