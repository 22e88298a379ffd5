"""Made-up cohorts that are built to results which others published: the engine must give those figures back."""
