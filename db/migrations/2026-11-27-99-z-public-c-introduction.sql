-- The introduction of a public text is called by a word that means nothing else in the house.
alter table network.text_version rename column lead to intro;
